"""Archives that are really served: processes, ports, signals, and a visitor who speaks HTTP."""

import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, Request, build_opener

POSTGRESQL = os.environ.get("STORYHOLD_DATABASE_URL", "")
ROOT = Path(__file__).resolve().parent.parent.parent
COMMAND = [sys.executable, "-m", "storyhold.site.command"]
PATIENCE = 40  # seconds; a loaded machine is slow, and a failure should mean one


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run_storyhold(
    *words: str, env: dict[str, str] | None = None, given: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [*COMMAND, *words],
        env=environment(env), input=given, capture_output=True, text=True, timeout=PATIENCE,
    )  # fmt: skip


def environment(more: dict[str, str] | None = None) -> dict[str, str]:
    """The environment without the settings that this process has made for itself."""
    own = {k: v for k, v in os.environ.items() if not k.startswith(("STORYHOLD_", "DJANGO_"))}
    return {**own, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "", **(more or {})}


@dataclass
class Place:
    """A data folder, and the database that belongs to it."""

    data: Path
    env: dict[str, str] = field(default_factory=dict)

    @property
    def sign_ins(self) -> str:
        """The sign-ins of a sample archive, as they are printed."""
        return (self.data / "sample-sign-ins").read_text()

    def run(self, name: str, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return run_storyhold(name, "--data", str(self.data), *words, env=self.env, given=given)


class Visitor:
    """Somebody with a browser: keeps cookies and follows redirects."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.cookies = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self.cookies))

    def get(self, path: str) -> tuple[int, str]:
        return self._open(Request(self.address + path))

    def post(self, path: str, **fields: str) -> tuple[int, str]:
        token = next((c.value or "" for c in self.cookies if c.name == "storyhold_csrf"), "")
        body = urlencode({**fields, "csrfmiddlewaretoken": token}).encode()
        return self._open(Request(self.address + path, body, {"Referer": self.address + path}))

    def sign_in_as(self, role: str, place: Place) -> None:
        """Sign in as the `archivist` or the `author` of a sample archive."""
        found = re.search(
            rf"^{role} +pen name: (.*?) +password: (.*)$", place.sign_ins, re.MULTILINE
        )
        assert found, place.sign_ins
        self.sign_in(found[1], found[2])

    def sign_in(self, name: str, password: str) -> None:
        self.get("/account/sign-in/")
        status, page = self.post("/account/sign-in/", login=name, password=password)
        assert status == 200, page
        assert "Sign out" in page, page

    def _open(self, request: Request) -> tuple[int, str]:
        try:
            with self._opener.open(request, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as answer:
            return answer.code, answer.read().decode()


class Served:
    """A running `storyhold serve`."""

    def __init__(
        self, place: Place, *words: str, port: int | None = None, command: list[str] = COMMAND
    ) -> None:
        self.place, self.port = place, port or free_port()
        self.began = time.monotonic()
        self.log = place.data.with_name(place.data.name + ".log")
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                [*command, "serve", "--data", str(place.data), "--port", str(self.port), *words],
                env=environment(place.env), stdout=log, stderr=subprocess.STDOUT,
                start_new_session=True,
            )  # fmt: skip

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        return self.log.read_text()

    def visitor(self) -> Visitor:
        return Visitor(self.address)

    def answers(self) -> bool:
        with suppress(OSError, HTTPException):
            return self.visitor().get("/")[0] == 200
        return False

    def wait_until(self, true: Callable[[], bool]) -> float:
        """Wait, and return the seconds since the start."""
        until = time.monotonic() + PATIENCE
        while not true():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < until, self.said
            time.sleep(0.02)
        return time.monotonic() - self.began

    def until_open(self) -> float:
        return self.wait_until(lambda: "open at" in self.said and self.answers())

    def processes(self) -> dict[int, str]:
        """The numbers and commands of all processes that serve this data folder."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                words = (folder / "cmdline").read_bytes().decode().split("\0")
                if str(self.place.data) in words and (folder / "statm").read_text()[0] != "0":
                    found[int(folder.name)] = words[words.index("--data") - 1]
        return found

    def number_of(self, name: str) -> int:
        return min(number for number, words in self.processes().items() if words == name)

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        """Send a signal and wait for the end; return the exit code."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def kill_all(self) -> None:
        """What a power cut does to the processes."""
        for number in self.processes():
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        self.process.wait(PATIENCE)


class Databases:
    """A database for each data folder: in it with SQLite, else on the server of the tests."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def for_new_folder(self, *, like: Place | None = None) -> dict[str, str]:
        """Return the settings that name a new database: an empty one, or a copy."""
        if not POSTGRESQL:
            return {}
        name = f"storyhold_{secrets.token_hex(6)}"
        self._do(f"CREATE DATABASE {name} TEMPLATE {_name_of(like) if like else 'template0'}")
        self.names.append(name)
        url = urlsplit(POSTGRESQL)._replace(path=f"/{name}").geturl()
        return {"STORYHOLD_DATABASE_URL": url}

    def drop_all(self) -> None:
        for name in self.names:
            self._do(f"DROP DATABASE {name} WITH (FORCE)")

    def _do(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(POSTGRESQL, autocommit=True) as connection:
            connection.execute(statement)


def _name_of(place: Place) -> str:
    return urlsplit(place.env["STORYHOLD_DATABASE_URL"]).path.strip("/")
