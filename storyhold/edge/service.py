"""The edge as a process: it listens, looks after its visitors, and ends when it is told to."""

import asyncio
import logging
import signal
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import uvloop

from storyhold.edge.client import Client
from storyhold.edge.edge import Edge
from storyhold.edge.reads import EVERY
from storyhold.freshness.stamps import Stamps

LOOK_EVERY = 0.5
BACKLOG = 1024


@dataclass(frozen=True)
class Plan:
    """Where the edge listens and asks, and how much it may keep.

    Answers under way have `grace` seconds when all is to end.
    """

    host: str
    port: int
    socket: Path
    stamps: Path
    cache_bytes: int = 48 * 1024 * 1024
    behind_front_server: bool = False
    grace: float = 9.0


def serve(plan: Plan) -> None:
    """Serve until a signal says to end."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    uvloop.run(_serve(plan))


async def open_edge(plan: Plan) -> tuple[Edge, asyncio.Server]:
    """Begin to listen, and return the edge and its listener."""
    edge = Edge(
        socket=plan.socket,
        stamps=Stamps(plan.stamps),
        cache_bytes=plan.cache_bytes,
        behind_front_server=plan.behind_front_server,
    )
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


async def _tell_reads(edge: Edge) -> None:
    while True:
        await asyncio.sleep(EVERY)
        await edge.tell_reads()
