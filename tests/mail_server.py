"""A mail server on this machine, which takes letters or misbehaves as it is told."""
# ruff: noqa: ARG002, N802 — the names and arguments are aiosmtpd's

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller

GOES_AWAY_BEFORE, GOES_AWAY_AFTER = "goes away before the letter", "goes away after the letter"


class Handler:
    """`taken` holds the letters; `answers` say what happens to those for an address instead.

    `at_letter` says what is done when so many have come, before the last is acknowledged.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []  # the addresses, also those refused
        self.taken: list[EmailMessage] = []
        self.answers: dict[str, str] = {}
        self.at_letter: dict[int, Callable[[], None]] = {}
        self.connections = 0
        self.port = 0

    async def handle_EHLO(
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        self.asked.append(address)
        answer = self.answers.get(address, "")
        if answer == GOES_AWAY_BEFORE:
            server.transport.abort()
        if answer[:1] in ("4", "5"):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.taken.append(message_from_bytes(envelope.content, policy=policy.default))
        self.at_letter.pop(len(self.taken), lambda: None)()
        if self.answers.get(envelope.rcpt_tos[0]) == GOES_AWAY_AFTER:
            server.transport.abort()
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[Handler]:
    """Serve on `port` until the block ends."""
    handler = Handler()
    with socket.create_server(("127.0.0.1", 0)) as free:
        handler.port = free.getsockname()[1]
    server = Controller(handler, hostname="127.0.0.1", port=handler.port)
    server.start()
    try:
        yield handler
    finally:
        server.stop()
