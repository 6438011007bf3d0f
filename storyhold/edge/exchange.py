"""One question to Django and its answer, on a connection that may be used again."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import suppress
from dataclasses import dataclass

from storyhold.edge import limits
from storyhold.edge.incoming import Incoming, VisitorIsGone

PIECE = 64 * 1024
# Between two neighbors, and of no meaning to anybody behind them.
HOP_BY_HOP = frozenset(
    (b"connection", b"keep-alive", b"proxy-connection", b"te", b"trailer",
     b"transfer-encoding", b"upgrade", b"http2-settings")
)  # fmt: skip
BROKEN_OFF = (OSError, EOFError, ValueError, IndexError, asyncio.LimitOverrunError)


class DjangoIsAway(Exception):  # noqa: N818 - it comes back
    """Django cannot be reached, or went away before it had answered."""


class BrokenOff(DjangoIsAway):
    """Django was there, and went away before it had answered."""


@dataclass(slots=True)
class Question:
    """A request as it is sent to Django: its head, and a body that may still be on its way."""

    method: bytes
    head: bytes
    body: Incoming | None = None
    in_chunks: bool = False

    @property
    def may_be_repeated(self) -> bool:
        """Whether Django may be asked twice."""
        return self.body is None and self.method in (b"GET", b"HEAD", b"OPTIONS")


@dataclass(slots=True)
class Answer:
    """The head of what Django answers. Names of headers are in lower case."""

    status: int
    fields: list[tuple[bytes, bytes]]
    has_body: bool

    def field(self, name: bytes) -> bytes:
        """Return the value of a header, empty when it is not there."""
        return dict(self.fields).get(name, b"")


class Exchange:
    """A connection to Django, on which one question is asked at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._sender: asyncio.Task[None] | None = None
        self._is_over = True

    @property
    def may_be_used_again(self) -> bool:
        """Whether question and answer are at their ends, and Django is still there."""
        is_said = self._sender is None or self._sender.done()
        is_open = not (self._reader.at_eof() or self._writer.is_closing())
        return self._is_over and is_said and is_open

    async def ask(self, question: Question) -> Answer:
        """Ask, and return the head of the answer. Raises `DjangoIsAway` where there is none."""
        self._is_over = False
        self._sender = None
        self._writer.write(question.head)
        if question.body is not None:
            self._sender = asyncio.create_task(self._send(question.body, question.in_chunks))
        try:
            async with asyncio.timeout(limits.ANSWER_SECONDS):
                answer = await self._head(question.method)
        except TimeoutError as fault:
            raise DjangoIsAway from fault
        except BROKEN_OFF as fault:
            raise BrokenOff from fault
        self._is_over = not answer.has_body
        return answer

    async def body(self, answer: Answer) -> AsyncIterator[bytes]:
        """Go through the body of an answer. Raises `BrokenOff`."""
        if not answer.has_body:
            return
        try:
            async for piece in self._pieces(answer):
                yield piece
        except BROKEN_OFF as fault:
            raise BrokenOff from fault

    def close(self) -> None:
        """End the connection; whatever Django has of an unfinished question is no question."""
        if self._sender is not None:
            self._sender.cancel()
        with suppress(OSError):
            self._writer.close()

    async def _send(self, body: Incoming, in_chunks: bool) -> None:
        try:
            async for piece in body.pieces():
                self._writer.write(chunk(piece) if in_chunks else piece)
                await self._writer.drain()
            if in_chunks:
                self._writer.write(LAST_CHUNK)
        except VisitorIsGone:
            self._writer.close()
        except OSError:
            # Django may answer before it has read all; who reads its answer learns the rest.
            return

    async def _head(self, method: bytes) -> Answer:
        status = 100
        while status < 200:
            head = await self._reader.readuntil(b"\r\n\r\n")
            first, *lines = head[:-4].split(b"\r\n")
            status = int(first.split(b" ", 2)[1])
        has_body = method != b"HEAD" and status not in (204, 304)
        return Answer(status, [_field(line) for line in lines], has_body)

    async def _pieces(self, answer: Answer) -> AsyncIterator[bytes]:
        if answer.field(b"transfer-encoding"):
            async for piece in self._chunks():
                yield piece
        elif length := answer.field(b"content-length"):
            async for piece in self._counted(int(length)):
                yield piece
        else:
            while piece := await self._reader.read(PIECE):
                yield piece
        self._is_over = True

    async def _counted(self, left: int) -> AsyncIterator[bytes]:
        while left:
            piece = await self._reader.read(min(left, PIECE))
            if not piece:
                raise EOFError
            left -= len(piece)
            yield piece

    async def _chunks(self) -> AsyncIterator[bytes]:
        while size := int((await self._reader.readuntil(b"\r\n")).partition(b";")[0], 16):
            async for piece in self._counted(size):
                yield piece
            await self._reader.readexactly(2)
        while await self._reader.readuntil(b"\r\n") != b"\r\n":
            pass


LAST_CHUNK = b"0\r\n\r\n"


def chunk(piece: bytes) -> bytes:
    """Return a piece of a body as a chunk."""
    return b"%x\r\n%s\r\n" % (len(piece), piece)


def passed_on(fields: Iterable[tuple[bytes, bytes]]) -> Iterable[tuple[bytes, bytes]]:
    """Go through the headers that concern more than two neighbors."""
    return (pair for pair in fields if pair[0] not in HOP_BY_HOP)


def _field(line: bytes) -> tuple[bytes, bytes]:
    name, _colon, value = line.partition(b":")
    return name.lower(), value.strip(b" \t")
