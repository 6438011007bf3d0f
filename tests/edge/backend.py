"""An edge that really listens, before a tiny backend that says what it was asked.

The backend reads with h11, which others have written: what it understands is the reference.
"""

import asyncio
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import h11
import uvloop

from storyhold.edge.plan import Plan
from storyhold.edge.service import open_edge
from storyhold.freshness.stamps import Stamps

PATIENCE = 20.0


@dataclass
class Asked:
    """A request as h11 has understood it."""

    method: bytes
    target: bytes
    fields: list[tuple[bytes, bytes]]
    body: bytes = b""

    def field(self, name: bytes) -> bytes:
        return dict(self.fields).get(name, b"")

    def fields_called(self, name: bytes) -> list[bytes]:
        return [value for found, value in self.fields if found == name]


@dataclass
class Said:
    """What the backend answers."""

    body: bytes = b"hello"
    status: int = 200
    fields: dict[str, str] = field(default_factory=dict)
    in_chunks: bool = False


class Backend:
    """Answers at a socket, each connection in a thread. `asked` is all that came, in turn."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.asked: list[Asked] = []
        self.answer: Callable[[Asked], Said] = lambda _asked: Said()
        self.broken: list[str] = []
        self.connections: list[socket.socket] = []
        self.open()

    def open(self) -> None:
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(self.path))
        self._listener.listen(100)
        threading.Thread(target=self._accept, args=[self._listener], daemon=True).start()

    def close(self) -> None:
        """What happens when Django is killed."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.path.unlink()
        for connection in self.connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def _accept(self, listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                connection, _address = listener.accept()
                self.connections.append(connection)
                threading.Thread(target=self._serve, args=[connection], daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        state = h11.Connection(h11.SERVER)
        try:
            while (asked := _next(state, connection)) is not None:
                self.asked.append(asked)
                said = self.answer(asked)
                _send(state, connection, said, b"" if asked.method == b"HEAD" else said.body)
                state.start_next_cycle()
        except h11.RemoteProtocolError as fault:
            if "incomplete" not in str(fault) and "without sending complete" not in str(fault):
                self.broken.append(str(fault))
        except OSError:
            return
        finally:
            connection.close()


def _next(state: h11.Connection, connection: socket.socket) -> Asked | None:
    asked: Asked | None = None
    while True:
        event: Any = state.next_event()
        if event is h11.NEED_DATA:
            state.receive_data(connection.recv(65536))
        elif isinstance(event, h11.Request):
            asked = Asked(event.method, event.target, list(event.headers))
        elif isinstance(event, h11.Data):
            assert asked is not None
            asked.body += bytes(event.data)
        elif isinstance(event, h11.EndOfMessage):
            return asked
        else:
            return None


def _send(state: h11.Connection, connection: socket.socket, said: Said, body: bytes) -> None:
    how = {} if said.in_chunks else {"content-length": str(len(said.body))}
    fields = [("content-type", "text/html"), *said.fields.items(), *how.items()]
    events = [
        h11.Response(status_code=said.status, headers=fields),
        h11.Data(data=body),
        h11.EndOfMessage(),
    ]
    for event in events:
        connection.sendall(state.send(event) or b"")


class RunningEdge:
    """An edge in a thread of its own, and the ways to it."""

    def __init__(self, folder: Path, **plan: Any) -> None:
        self.backend = Backend(folder / "b.socket")
        self.stamps = Stamps(folder / "run" / "stamps")
        self._plan = Plan("127.0.0.1", 0, self.backend.path, folder / "run" / "stamps", **plan)
        self._loop = uvloop.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.edge, self._server = self.within(open_edge(self._plan))
        self.port: int = self._server.sockets[0].getsockname()[1]

    def within(self, awaitable: Any) -> Any:
        """Wait for something that happens in the edge's own thread."""
        return asyncio.run_coroutine_threadsafe(awaitable, self._loop).result(PATIENCE)

    def visitor(self) -> socket.socket:
        visitor = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        visitor.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return visitor

    def send(self, *pieces: bytes) -> bytes:
        """Send bytes as they are, say that no more will come, and return all that comes back."""
        with self.visitor() as visitor:
            with suppress(OSError):
                for piece in pieces:
                    visitor.sendall(piece)
                visitor.shutdown(socket.SHUT_WR)
            return all_of(visitor)

    def get(self, target: str = "/", method: str = "GET", **fields: str) -> "Got":
        lines = [f"{method} {target} HTTP/1.1", "Host: archive.example.org"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
        return Got(self.send("\r\n".join([*lines, "Connection: close", "", ""]).encode("latin-1")))

    def keeps(self, subjects: str = "lists; age=60", **more: str) -> None:
        """Let the backend say that all it answers may be kept."""
        fields = {"storyhold-keep": subjects, **more}
        self.backend.answer = lambda asked: Said(b"page of %s" % asked.target, fields=fields)

    def end(self) -> None:
        self.within(self.edge.end(within=5))
        self._server.close()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()
        self.backend.close()


class Got:
    """An answer, in its parts."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        head, _empty, self.body = raw.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        self.status = int(first.split(" ")[1])
        pairs = [line.partition(": ") for line in lines]
        self.fields = {name: value for name, _colon, value in pairs}


def all_of(visitor: socket.socket) -> bytes:
    """Return all that comes until the other side closes."""
    pieces = []
    with suppress(ConnectionResetError):
        while piece := visitor.recv(65536):
            pieces.append(piece)
    return b"".join(pieces)
