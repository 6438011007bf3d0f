"""The address at which the archive is reached: free or taken, answering or not, and its names."""

import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from storyhold.site import data_folder
from storyhold.site.trouble import Trouble

ANYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, not listened at
# A server that was killed a moment ago may need this many seconds to let go of its port.
LETTING_GO = 1.0
# Bytes; some systems take no longer path.
LONGEST_SOCKET = 100


class Door:
    """A host and a port."""

    def __init__(self, host: str, port: int) -> None:
        self.given = host.strip("[]")
        self.port = port
        self._family, self.host = self._resolved()

    @property
    def address(self) -> str:
        """The address for a browser: the archive's own if it is set, else host and port."""
        if own := os.environ.get("STORYHOLD_ADDRESS", "").rstrip("/"):
            return own
        return f"http://{_in_address(self._near)}:{self.port}"

    @property
    def _near(self) -> str:
        """The host by which this machine reaches itself."""
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.given, self.given)  # noqa: S104

    def check_is_free(self) -> None:
        """Raise `Trouble` when somebody listens there, or may not."""
        until = time.monotonic() + LETTING_GO
        while (fault := self._fault()) is not None:
            if time.monotonic() > until or isinstance(fault, PermissionError):
                raise Trouble(
                    f"Port {self.port} of {self.given} cannot be used ({_reason(fault)}). "
                    "Choose another with --port, or end what is using it."
                ) from fault
            time.sleep(0.1)

    def answers(self) -> bool:
        """Whether somebody answers there."""
        return _answers(self._family, (self._near, self.port))

    def announce_names(self) -> None:
        """Let the archive answer to the names of the machine when it listens at all of them.

        Only where no setting says which names are the archive's.
        """
        if os.environ.get("STORYHOLD_ADDRESS") or os.environ.get("STORYHOLD_HOSTS"):
            return
        names = _names_of_this_machine() if self.given in ANYWHERE else [self.given]
        os.environ["STORYHOLD_HOSTS"] = ",".join(map(_in_address, names))

    def _fault(self) -> OSError | None:
        with socket.socket(self._family) as trial:
            # Connections of an earlier server that are still ending do no harm.
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((self.host, self.port))
                trial.listen()
            except OSError as fault:
                return fault
        return None

    def _resolved(self) -> tuple[int, str]:
        try:
            found = socket.getaddrinfo(self.given, self.port, type=socket.SOCK_STREAM)
        except OSError as fault:
            raise Trouble(
                f"--host {self.given} is not an address of this machine. Try 127.0.0.1."
            ) from fault
        family, _type, _protocol, _name, address = found[0]
        return family, str(address[0])


def answers_behind(back_door: Path) -> bool:
    """Whether the archive answers behind the edge. Its first answer also warms it up."""
    return _answers(socket.AF_UNIX, str(back_door))


@contextmanager
def back_door(folder: Path) -> Iterator[Path]:
    """Find a place for the socket between edge and archive, where only we may go.

    That is the data folder, unless its path is longer than a system takes for a socket.
    """
    socket_file = folder / "run" / "web.socket"
    if len(os.fsencode(socket_file)) <= LONGEST_SOCKET:
        data_folder.made(socket_file.parent)
        yield socket_file
    else:
        with TemporaryDirectory(prefix="storyhold-") as place:
            yield Path(place) / "web.socket"


def _answers(family: int, address: tuple[str, int] | str) -> bool:
    with suppress(OSError), socket.socket(family) as caller:
        caller.settimeout(10)
        caller.connect(address)
        caller.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return caller.recv(5) == b"HTTP/"
    return False


def _names_of_this_machine() -> list[str]:
    name = socket.gethostname()
    names = {name, socket.getfqdn()}
    with suppress(OSError):
        names |= {str(found[4][0]) for found in socket.getaddrinfo(name, None)}
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asker:
        # Sends nothing; the system tells which of our addresses it would use.
        asker.connect(("192.0.2.1", 9))
        names.add(asker.getsockname()[0])
    return sorted(names)


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _reason(fault: OSError) -> str:
    return str(fault.strerror).lower()
