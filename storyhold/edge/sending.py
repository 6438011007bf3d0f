"""The first lines of our answers, and those that we give ourselves."""

from email.utils import formatdate
from http import HTTPStatus
from time import time

REASONS = {status.value: status.phrase.encode() for status in HTTPStatus}


class Openings:
    """The first two lines of an answer: its status and the date, made once a second."""

    def __init__(self) -> None:
        self._second = 0
        self._lines: dict[int, bytes] = {}

    def __call__(self, status: int) -> bytes:
        """Return the lines for a status, with their ends."""
        if (second := int(time())) != self._second:
            self._second = second
            self._lines.clear()
        line = self._lines.get(status)
        if line is None:
            date = formatdate(self._second, usegmt=True).encode()
            reason = REASONS.get(status, b"Answer")
            line = self._lines[status] = b"HTTP/1.1 %d %s\r\ndate: %s\r\n" % (status, reason, date)
        return line


def sentence(text: str, *, again_in: int = 0) -> bytes:
    """Return the rest of an answer that says a sentence and ends the connection."""
    body = text.encode() + b"\n"
    later = b"retry-after: %d\r\n" % again_in if again_in else b""
    return (
        b"content-type: text/plain; charset=utf-8\r\ncache-control: no-store\r\n"
        b"x-content-type-options: nosniff\r\n%scontent-length: %d\r\nconnection: close\r\n\r\n%s"
    ) % (later, len(body), body)
