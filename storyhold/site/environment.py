"""Reads `STORYHOLD_*` variables, or the files that `STORYHOLD_*_FILE` name, for the settings."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal
from urllib.parse import SplitResult, unquote, urlsplit

import environ
from environ.fileaware_mapping import FileAwareMapping

from storyhold.site.trouble import Trouble

PREFIX = "STORYHOLD_"
YES, NO = ("yes", "true", "on", "1"), ("no", "false", "off", "0", "")

# Seconds a writer waits for another before it gives up: longer than any of our transactions.
PATIENCE = 20


class SettingIsUnreadable(Trouble):
    """A variable is set to something we cannot read."""

    def __init__(self, variable: str, what: str) -> None:
        super().__init__(f"{PREFIX}{variable} cannot be used: {what}")


@dataclass(frozen=True)
class Mail:
    """How letters leave the archive: not at all, shown to the archivist, or by a mail server."""

    kind: Literal["none", "show", "smtp"] = "none"
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    starttls: bool = False
    tls: bool = False


class Environment:
    """The archive's settings as they stand around the process.

    Names are given without `STORYHOLD_`. Every method raises `SettingIsUnreadable`, which names
    the variable. `asked` collects all names that were asked for.
    """

    def __init__(self) -> None:
        self.asked: set[str] = set()
        # Not through environ.Env, which takes a value that begins with a dollar sign for a name.
        self._variables = FileAwareMapping(cache=False)

    def text(self, name: str, *, default: str = "") -> str:
        """Return a text, without the white space (or the newline of a file) around it."""
        self.asked.add(name)
        variable = PREFIX + name
        try:
            value = self._variables.get(variable, default)
        except (OSError, UnicodeDecodeError) as fault:
            file = os.environ[variable + "_FILE"]
            raise SettingIsUnreadable(
                f"{name}_FILE", f"the file {file} cannot be read ({_reason(fault)})."
            ) from fault
        return f"{value}".strip()

    def folder(self, name: str, *, default: str) -> Path:
        """Return an absolute path; nothing is made yet."""
        path = Path(self.text(name, default=default)).expanduser().absolute()
        if path.exists() and not path.is_dir():
            raise SettingIsUnreadable(name, f"{path} is not a folder.")
        return path

    def optional_folder(self, name: str) -> Path | None:
        """Return an absolute path, or nothing when unset."""
        return self.folder(name, default="") if self.text(name) else None

    def secret_key(self, folder: Path) -> str:
        """Return the key that signs sessions and links, made once and kept in the data folder."""
        if given := self.text("SECRET_KEY"):
            return given
        file = folder / "secret-key"
        try:
            if not file.exists():
                keep_secret(file, secrets.token_urlsafe(50))
            return file.read_text(encoding="ascii").strip()
        except OSError as fault:
            raise SettingIsUnreadable(
                "DATA", f"{file} can be neither read nor made ({_reason(fault)})."
            ) from fault

    def flag(self, name: str) -> bool:
        """Return a yes or a no; no when unset."""
        value = self.text(name).lower()
        if value not in (*YES, *NO):
            raise SettingIsUnreadable(name, f"“{value}” is neither yes nor no.")
        return value in YES

    def megabytes(self, name: str, *, default: int) -> int:
        """Return a whole number of megabytes, at least 1, as bytes."""
        value = self.text(name, default=str(default))
        if not value.isascii() or not value.isdigit() or int(value) < 1:
            raise SettingIsUnreadable(name, f"“{value}” is not a number of megabytes, such as 64.")
        return int(value) * 1024 * 1024

    def address(self, name: str, *, default: str = "") -> str:
        """Return where the archive is reached, such as `https://archive.example.org`."""
        value = self.text(name, default=default).rstrip("/")
        if not value:
            return ""
        with _named(name, "it must look like https://archive.example.org."):
            parts = urlsplit(value)
            complete = parts.scheme in ("http", "https") and parts.hostname
            more = parts.path or parts.query or parts.fragment or parts.username
            if not complete or more or parts.port == 0:
                raise ValueError(value)
        return value.lower()

    def hosts(self, name: str, *, address: str) -> list[str]:
        """Return the host names the archive answers to: the address's, and those listed."""
        listed = [host.strip().lower() for host in self.text(name).split(",")]
        for host in listed:
            if "/" in host or " " in host:
                raise SettingIsUnreadable(
                    name, f"“{host}” is not a host name, such as archive.example.org."
                )
        own = urlsplit(address).hostname or ""
        own = f"[{own}]" if ":" in own else own
        return [host for host in (own, *listed) if host]

    def database(self, name: str, *, sqlite: Path) -> dict[str, Any]:
        """Return Django's settings of the database: PostgreSQL where named, else SQLite."""
        value = self.text(name)
        return self._postgresql(name, value) if value else sqlite_database(sqlite)

    def proxy_header(self, name: str) -> tuple[str, str] | None:
        """Return the header by which a front server says that a request came over TLS."""
        return ("HTTP_X_FORWARDED_PROTO", "https") if self.flag(name) else None

    def mail(self, name: str) -> Mail:
        """Return how letters leave: `none`, `show`, `smtp://…` (STARTTLS) or `smtps://…`."""
        value = self.text(name, default="none")
        if value in ("none", ""):
            return Mail()
        if value == "show":
            return Mail(kind="show")
        with _named(name, "it must be none, show, or smtp://user:password@host:587."):
            return _mail_server(urlsplit(value))

    def unknown(self) -> list[str]:
        """Return the variables that begin like ours but that nothing has asked for."""
        known = {PREFIX + name for name in self.asked}
        known |= {variable + "_FILE" for variable in known}
        return sorted(v for v in os.environ if v.startswith(PREFIX) and v not in known)

    def _postgresql(self, name: str, value: str) -> dict[str, Any]:
        with _named(name, "it must look like postgres://user:password@host:5432/name."):
            if not value.startswith(("postgres://", "postgresql://")):
                raise ValueError(value)
            found: dict[str, Any] = environ.Env.db_url_config(value)
            if not found["NAME"]:
                raise ValueError(value)
        if find_spec("psycopg") is None:
            raise SettingIsUnreadable(
                name, "PostgreSQL's driver is missing. Run: pip install 'psycopg[binary]'."
            )
        # A thread keeps its connection for a minute, and asks before it uses one again.
        return {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, **found}


def sqlite_database(file: Path) -> dict[str, Any]:
    """Return Django's settings for a SQLite file in which many may read while one writes.

    Writers take their place at once (IMMEDIATE) and wait for one another: a transaction that
    begins by reading and writes later would be refused as soon as somebody else had written.
    `synchronous = FULL`, because a chapter we have acknowledged must survive a power cut.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        # Kept open: opening and its PRAGMAs cost more than most of our queries.
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": PATIENCE,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode = WAL;"
                "PRAGMA synchronous = FULL;"
                # A negative size is in KiB; each thread has a cache of its own.
                "PRAGMA cache_size = -4000;"
                "PRAGMA mmap_size = 67108864;"
                "PRAGMA temp_store = MEMORY;"
            ),
        },
    }


def keep_secret(file: Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all; the first of two wins."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        _give_name(draft, file)
    finally:
        draft.unlink(missing_ok=True)


def _give_name(draft: Path, file: Path) -> None:
    """Let a finished file appear under its name, unless another process was first."""
    try:
        file.hardlink_to(draft)
    except FileExistsError:
        return
    except OSError:
        # Some file systems (exFAT, a few network shares) know no hard links.
        draft.replace(file)


def _mail_server(url: SplitResult) -> Mail:
    if url.scheme not in ("smtp", "smtps") or not url.hostname:
        raise ValueError(url.scheme)
    tls = url.scheme == "smtps"
    user = unquote(url.username or "")
    return Mail(
        kind="smtp",
        host=url.hostname,
        port=url.port or (465 if tls else 587 if user else 25),
        user=user,
        password=unquote(url.password or ""),
        # A password never leaves in the clear; a server on this machine asks for none.
        starttls=bool(user) and not tls,
        tls=tls,
    )


@contextmanager
def _named(name: str, expected: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError) as fault:
        raise SettingIsUnreadable(name, expected) from fault


def _reason(fault: OSError | UnicodeDecodeError) -> str:
    return str(fault.strerror).lower() if isinstance(fault, OSError) else "it is not UTF-8 text"
