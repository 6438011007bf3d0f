"""Reads of kept pages, noted for Django, which decides what counts."""

import json
from collections import deque

from storyhold.edge.exchange import Question
from storyhold.edge.grammar import Request
from storyhold.edge.notes import OURS
from storyhold.edge.store import Page
from storyhold.edge.visitors import FrontServer

# Seconds between two reports, and the reads that one of them takes along.
EVERY = 2.0
AT_MOST = 2000
# While Django is away, this many reads wait for it; then the oldest are forgotten.
WAITING = 20_000

PATH = b"/edge/reads/"
# By this header, which nobody else can send, Django knows that it is us.
BY_US = OURS + b"reports"


class Reads:
    """What was read of which story, by whom, since the last report."""

    def __init__(self, front: FrontServer) -> None:
        self._front = front
        self._noted: deque[tuple[bytes, str, bytes, bytes]] = deque(maxlen=WAITING)

    def note(self, page: Page, address: str, browser: bytes, purpose: bytes) -> None:
        """Note that somebody at this address was shown a kept page, if that is reading."""
        if page.read:
            self._noted.append((page.read, address, browser, purpose))

    def note_visit(self, neighbor: str, request: Request, page: Page) -> None:
        """Note what answers a visitor who asked us."""
        if page.read and request.method == b"GET":
            fields = request.fields
            purpose = fields.get(b"sec-purpose") or fields.get(b"purpose") or b""
            address = self._front.address(request, neighbor)
            self.note(page, address, fields.get(b"user-agent", b""), purpose)

    def report(self) -> Question | None:
        """Return what to tell Django, if there is anything. It is told once, or is lost."""
        count = min(len(self._noted), AT_MOST)
        if not count:
            return None
        listed = [self._noted.popleft() for _ in range(count)]
        body = json.dumps([
            {
                "read": read.decode("latin-1"),
                "address": address,
                "browser": browser.decode("latin-1"),
                "purpose": purpose.decode("latin-1"),
            }
            for read, address, browser, purpose in listed
        ]).encode()  # fmt: skip
        head = (
            b"POST %s HTTP/1.1\r\nhost: localhost\r\n%s: yes\r\n"
            b"content-type: application/json\r\ncontent-length: %d\r\n\r\n"
        )
        return Question(b"POST", head % (PATH, BY_US, len(body)) + body)
