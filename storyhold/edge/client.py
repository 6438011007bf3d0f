"""A connection with a visitor: requests come in one after another, and are answered in turn."""

import asyncio
from typing import Protocol, cast

from storyhold.edge import limits
from storyhold.edge.forms import form_of, unchanged
from storyhold.edge.framing import Framing, framing_of
from storyhold.edge.grammar import Refused, Request, check_beginning, request_in
from storyhold.edge.incoming import Incoming, VisitorIsGone
from storyhold.edge.sending import Openings, sentence
from storyhold.edge.store import Page

NEVER = float("inf")
# For archivists who wonder whether a page was kept (RFC 9211).
HIT = b"cache-status: storyhold; hit\r\n"
# Seconds in which a visitor may still send what we no longer read, so that he sees our answer.
LINGER = 2.0


class House(Protocol):
    """What a connection needs of the edge."""

    opening: Openings
    is_ending: bool

    def came(self, client: "Client") -> None:
        """Note that a visitor is there."""

    def went(self, client: "Client") -> None:
        """Note that a visitor is gone."""

    def kept(self, client: "Client", request: Request) -> Page | None:
        """Return the page that answers the request, if it is kept."""

    def grew(self, page: Page) -> None:
        """Note that a page takes more memory now."""

    def ask(self, client: "Client", request: Request, incoming: Incoming | None) -> None:
        """See to it that the request is answered, and then `client.finish` called."""


class Client(asyncio.Protocol):
    """One connection. `deadline` is when we lose patience, on the clock of the loop."""

    def __init__(self, house: House, clock: asyncio.AbstractEventLoop) -> None:
        self.neighbor = ""
        self.is_gone = False
        self.has_begun = False
        self.deadline = NEVER
        self._house = house
        self._now = clock.time
        self._transport: asyncio.Transport
        self._pending = b""
        self._is_busy = False
        self._is_closing = False
        self._wants_close = False
        self._saw_end = False
        self._framing: Framing | None = None
        self._incoming: Incoming | None = None
        self._received = 0
        self._since = 0.0
        self._room = asyncio.Event()
        self._room.set()

    @property
    def is_idle(self) -> bool:
        """Whether nothing was asked that is not answered."""
        return not self._is_busy and not self._pending

    # --- what comes in ---------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to listen to the visitor."""
        # uvloop's transports do all that asyncio.Transport promises, but are not of its kind.
        self._transport = cast(asyncio.Transport, transport)
        peer = transport.get_extra_info("peername")
        self.neighbor = peer[0] if isinstance(peer, tuple) else ""
        self.deadline = self._now() + limits.HEAD_SECONDS
        self._house.came(self)

    def data_received(self, data: bytes) -> None:
        """Take what has come: of a head, of a body, or of requests to be answered later."""
        if self._is_closing:
            return
        self._pending = self._pending + data if self._pending else data
        if self._framing is not None:
            self._received += len(data)
            self._take_body()
        else:
            self._take_requests()
            if len(self._pending) > limits.ON_THE_WAY:
                self._transport.pause_reading()

    def eof_received(self) -> bool:
        """Answer what was asked, although nothing more will be; return whether there is any."""
        self._saw_end = True
        if self._framing is not None:
            self._break_off()
        is_owed = self._is_busy or bool(self._pending and not self._room.is_set())
        return is_owed and not self._is_closing

    def connection_lost(self, _fault: Exception | None) -> None:
        """Let go of everything that was for this visitor."""
        self.is_gone = True
        self._break_off()
        self._room.set()
        self._house.went(self)

    def pause_writing(self) -> None:
        """Note that what was written was not taken yet."""
        self._room.clear()
        self.deadline = self._now() + limits.SEND_SECONDS

    def resume_writing(self) -> None:
        """Note that more may be written."""
        self._room.set()
        self.deadline = NEVER
        if not self._is_busy and not self._is_closing:
            self._go_on()

    def expire(self) -> None:
        """Lose patience."""
        if self._is_closing or not self._room.is_set():
            self._transport.abort()
        elif self.is_idle:
            self._transport.close()
        else:
            self.refuse(Refused(408, "This request took too long to arrive."))

    def end(self) -> None:
        """Close the connection after what was asked is answered."""
        self._wants_close = True
        if not self._is_busy and not self._is_closing:
            self._close()

    def _take_requests(self) -> None:
        try:
            while self._may_take():
                if not self._take_request():
                    return
        except Refused as refused:
            self.refuse(refused)

    def _may_take(self) -> bool:
        # Who asks again and again but takes no answers would fill our memory with them.
        waits = self._is_busy or self._is_closing or not self._room.is_set()
        return bool(self._pending) and not waits

    def _take_request(self) -> bool:
        """Answer or pass on the next request; return whether it had arrived."""
        end = self._pending.find(b"\r\n\r\n") + 4
        if end < 4 or end > limits.HEAD_BYTES:
            self._wait_for_head()
            return False
        request = request_in(self._pending[:end])
        self._pending = self._pending[end:]
        self._wants_close = request.wants_close or self._house.is_ending
        self.has_begun = False
        page = None if request.has_body else self._house.kept(self, request)
        if page is not None:
            self.send_page(request, page, is_hit=True)
            self._next()
        else:
            self._ask(request)
        return True

    def _wait_for_head(self) -> None:
        check_beginning(self._pending)
        if self._saw_end:
            self._close()
        if self.deadline == NEVER or not self._since:
            self._since = self._now()
            self.deadline = self._since + limits.HEAD_SECONDS

    def _ask(self, request: Request) -> None:
        self._is_busy = True
        self.deadline = NEVER
        incoming = self._open_body(request) if request.has_body else None
        self._house.ask(self, request, incoming)
        if incoming is not None:
            self._take_body()

    # --- bodies ----------------------------------------------------------------------------------

    def _open_body(self, request: Request) -> Incoming:
        expected = request.fields.get(b"expect")
        if expected is not None:
            if expected.lower() != b"100-continue":
                raise Refused(417, "We do not know what this request expects.")
            if not self._pending:
                self._transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        self._framing = framing_of(request.length)
        self._received = 0
        self._incoming = Incoming(pause=self._pause, resume=self._resume)
        self._resume()
        return self._incoming

    def _take_body(self) -> None:
        assert self._framing is not None  # noqa: S101 - or nobody would have called
        assert self._incoming is not None  # noqa: S101
        incoming = self._incoming
        try:
            piece, self._pending = self._framing.take(self._pending)
        except Refused as refused:
            self._break_off()
            self.refuse(refused)
            return
        if self.deadline != NEVER:
            self.deadline = self._since + limits.BODY_SECONDS + self._received / limits.BODY_PACE
        if self._framing.is_done:
            self._framing = self._incoming = None
            self.deadline = NEVER
            incoming.put(piece, is_last=True)
        else:
            incoming.put(piece, is_last=False)

    def _break_off(self) -> None:
        if self._incoming is not None:
            self._incoming.break_off()
        self._framing = self._incoming = None

    def _pause(self) -> None:
        self._transport.pause_reading()
        self.deadline = NEVER

    def _resume(self) -> None:
        if self._framing is None or self.is_gone or self.deadline != NEVER:
            return
        self._since = self._now() - self._received / limits.BODY_PACE
        self.deadline = self._now() + limits.BODY_SECONDS
        self._transport.resume_reading()

    # --- what goes out ---------------------------------------------------------------------------

    def send_page(self, request: Request, page: Page, *, is_hit: bool = False) -> None:
        """Answer with a kept page, or say that the visitor has it already."""
        fields = request.fields
        forms = len(page.forms)
        if b"if-none-match" in fields and page.tag in fields[b"if-none-match"]:
            status, (head, body) = 304, unchanged(page)
        else:
            status = page.status
            head, body = form_of(page, fields.get(b"accept-encoding"))
        if len(page.forms) > forms:
            self._house.grew(page)
        self.has_begun = True
        whole = request.method != b"HEAD"
        opening = self._opening(status) + (HIT if is_hit else b"")
        self._transport.write(opening + head + (body if whole else b""))

    def begin(self, status: int, rest: bytes) -> None:
        """Send the head of an answer, which is `rest` after the lines that we write."""
        self.has_begun = True
        self.write(self._opening(status) + rest)

    def write(self, piece: bytes) -> None:
        """Send a piece. Raises `VisitorIsGone`."""
        if self.is_gone or self._is_closing:
            raise VisitorIsGone
        self._transport.write(piece)

    async def room(self) -> None:
        """Wait until the visitor has taken most of what was sent."""
        await self._room.wait()

    def refuse(self, refused: Refused, *, again_in: int = 0) -> None:
        """Answer with a sentence and close the connection; after half an answer, just close it."""
        if self.is_gone or self._is_closing:
            return
        self._break_off()
        if self._is_busy and self.has_begun:
            self._transport.abort()
            return
        rest = sentence(refused.sentence, again_in=again_in)
        self._transport.write(self._house.opening(refused.status) + rest)
        self._linger()

    def abort(self) -> None:
        """Cut the connection, so that nobody takes a half answer for a whole one."""
        self._transport.abort()

    def make_last(self) -> None:
        """Close the connection after this answer, whose end nothing else shows."""
        self._wants_close = True

    def finish(self) -> None:
        """Go on with the next request: this one is answered."""
        if self.is_gone or self._is_closing:
            return
        self._is_busy = False
        if self._framing is not None:
            # The rest of the body would be taken for a request.
            self._break_off()
            self._linger()
            return
        self._go_on()

    def _go_on(self) -> None:
        self._next()
        if not self._is_closing:
            self._transport.resume_reading()
            self._take_requests()

    def _next(self) -> None:
        """Wait for another request, or close."""
        if self._wants_close or (self._saw_end and not self._pending):
            self._close()
        elif self._room.is_set():
            self._since = 0.0
            self.deadline = self._now() + limits.IDLE_SECONDS

    def _opening(self, status: int) -> bytes:
        opening = self._house.opening(status)
        return opening + b"connection: close\r\n" if self._wants_close else opening

    def _close(self) -> None:
        if self._pending:
            self._linger()
        else:
            self._is_closing = True
            self.deadline = self._now() + limits.SEND_SECONDS
            self._transport.close()

    def _linger(self) -> None:
        """Close our side; what still comes is thrown away, else our answer could be lost."""
        self._is_closing = True
        self._pending = b""
        self.deadline = self._now() + LINGER
        self._transport.resume_reading()
        self._transport.write_eof()
