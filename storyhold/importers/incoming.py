"""The folder for what comes in: dumps and backups that were uploaded or put there by FTP."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from secrets import token_hex

from django.conf import settings

from storyhold.importers.refusals import FileIsNotThere, NameIsOfAFolder, NoRoomForFile
from storyhold.prose.one_line import one_line

MEGABYTE = 1024 * 1024
ROOM_TO_LEAVE = 200 * MEGABYTE
LONGEST_NAME = 200  # bytes; file systems allow 255


def folder() -> Path:
    """Return the folder, made when it is first needed. Nobody else on the server may read it."""
    path = Path(settings.DATA) / "incoming"
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def names() -> Sequence[str]:
    """Return what lies there and has a name that a page can show, from A to Z."""
    found = (each.name for each in folder().iterdir())
    return sorted(name for name in found if name.isprintable() and not name.startswith("."))


def path_of(name: str) -> Path:
    """Return where a thing lies. Raises `FileIsNotThere` for anything but a name in the folder."""
    if name not in names():
        raise FileIsNotThere(name=name)
    return folder() / name


def refuse_too_large(size: int) -> None:
    """Raise `NoRoomForFile` where the disk would be full with so many bytes more."""
    free = shutil.disk_usage(folder()).free
    if size + ROOM_TO_LEAVE > free:
        raise NoRoomForFile(needed=size // MEGABYTE, free=free // MEGABYTE)


def keep(name: str, pieces: Iterable[bytes]) -> str:
    """Keep a file that was brought, and return its name; one of the same name is replaced.

    Raises `NameIsOfAFolder`.
    """
    name = _safe(name)
    if (folder() / name).is_dir():
        raise NameIsOfAFolder(name=name)
    unfinished = folder() / f".{token_hex(8)}.part"  # its own: two may bring the same at once
    try:
        with unfinished.open("wb") as file:
            file.writelines(pieces)
        unfinished.replace(folder() / name)
    finally:
        unfinished.unlink(missing_ok=True)
    return name


def clear() -> None:
    """Delete everything that lies there: it has the addresses and passwords of members."""
    for each in folder().iterdir():
        if each.is_dir() and not each.is_symlink():
            shutil.rmtree(each)
        else:
            each.unlink()


def _safe(name: str) -> str:
    """Return the last part of a name, whatever a browser called the file."""
    last = one_line(name.replace("\\", "/").rpartition("/")[2]).lstrip(".")
    return last.encode()[-LONGEST_NAME:].decode(errors="ignore").lstrip(".") or "dump.sql"
