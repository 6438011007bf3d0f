"""The edge as a process: it listens, looks after its visitors, and ends when it is told to."""

import asyncio
import logging
import signal
from contextlib import suppress

import uvloop

from storyhold.edge.client import Client
from storyhold.edge.edge import Edge
from storyhold.edge.files import Files
from storyhold.edge.plan import Plan
from storyhold.edge.reads import EVERY
from storyhold.edge.sightings import Sightings

LOOK_EVERY = 0.5
SWEEP_EVERY = 0.2
BACKLOG = 1024
# In the folder of page files: where the front server says what it has sent.
SIGHTINGS = "reads.log"


def serve(plan: Plan) -> None:
    """Serve until a signal says to end."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    uvloop.run(_serve(plan))


async def open_edge(plan: Plan) -> tuple[Edge, asyncio.Server]:
    """Begin to listen, and return the edge and its listener."""
    edge = Edge(plan)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Client(edge, loop), plan.host, plan.port, backlog=BACKLOG
    )
    return edge, server


async def _serve(plan: Plan) -> None:
    edge, server = await open_edge(plan)
    is_told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, is_told.set)
    caring = [asyncio.create_task(_look_after(edge)), asyncio.create_task(_tell_reads(edge))]
    if plan.page_files is not None and edge.files is not None:
        sightings = Sightings(plan.page_files / SIGHTINGS, edge.store, edge.reads)
        caring.append(asyncio.create_task(_look(sightings)))
        caring.append(asyncio.create_task(_sweep(edge.files)))
    await is_told.wait()
    server.close()
    await edge.end(within=plan.grace)
    await edge.tell_reads()
    for task in caring:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def _look_after(edge: Edge) -> None:
    clock = asyncio.get_running_loop().time
    while True:
        await asyncio.sleep(LOOK_EVERY)
        edge.lose_patience(clock())


async def _look(sightings: Sightings) -> None:
    while True:
        await asyncio.sleep(EVERY)
        sightings.look()


async def _sweep(files: Files) -> None:
    while True:
        await asyncio.sleep(SWEEP_EVERY)
        files.sweep()


async def _tell_reads(edge: Edge) -> None:
    while True:
        await asyncio.sleep(EVERY)
        await edge.tell_reads()
