"""Passing on: a request to Django, and what Django answers to the visitor."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from storyhold.edge import limits
from storyhold.edge.asking import question
from storyhold.edge.client import Client
from storyhold.edge.exchange import LAST_CHUNK, Answer, DjangoIsAway, Exchange, chunk, passed_on
from storyhold.edge.grammar import Request
from storyhold.edge.incoming import Incoming
from storyhold.edge.notes import OURS
from storyhold.edge.upstream import Upstream
from storyhold.edge.visitors import FrontServer

REWRITTEN = (b"date", b"server")


class Relay:
    """The way to Django."""

    def __init__(self, upstream: Upstream, front: FrontServer) -> None:
        self._upstream = upstream
        self._front = front
        self._turns = asyncio.Semaphore(limits.AT_ONCE)

    async def pass_on(self, client: Client, request: Request, body: Incoming | None) -> None:
        """Answer a request with what Django says."""
        if body is not None:
            await body.gather()
        async with self.asked(client, request, body) as (exchange, answer):
            await self.pass_back(client, request, exchange, answer)

    @asynccontextmanager
    async def asked(
        self, client: Client, request: Request, body: Incoming | None, *, whole: bool = False
    ) -> AsyncIterator[tuple[Exchange, Answer]]:
        """Ask Django, and hold the connection while its answer is read. Raises `DjangoIsAway`."""
        asking = question(
            request,
            body,
            address=self._front.address(request, client.neighbor),
            scheme=self._front.scheme(request),
            whole=whole,
        )
        async with self._turn():
            exchange, answer = await self._upstream.ask(asking)
            try:
                yield exchange, answer
            finally:
                self._upstream.give_back(exchange)

    async def pass_back(
        self, client: Client, request: Request, exchange: Exchange, answer: Answer
    ) -> None:
        """Send the visitor what Django answers, as it comes."""
        in_chunks = answer.has_body and not answer.field(b"content-length")
        if in_chunks and not request.is_1_1:
            in_chunks = False
            client.make_last()
        client.begin(answer.status, _head(answer, in_chunks=in_chunks))
        async for piece in exchange.body(answer):
            client.write(chunk(piece) if in_chunks else piece)
            await client.room()
        if in_chunks:
            client.write(LAST_CHUNK)

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        """Wait until not too many others are with Django."""
        try:
            async with asyncio.timeout(limits.TURN_SECONDS):
                await self._turns.acquire()
        except TimeoutError as fault:
            raise DjangoIsAway from fault
        try:
            yield
        finally:
            self._turns.release()


def _head(answer: Answer, *, in_chunks: bool) -> bytes:
    fields = [
        (name, value)
        for name, value in passed_on(answer.fields)
        if name not in REWRITTEN and not name.startswith(OURS)
    ]
    if in_chunks:
        fields.append((b"transfer-encoding", b"chunked"))
    return b"".join([b"%s: %s\r\n" % pair for pair in fields]) + b"\r\n"
