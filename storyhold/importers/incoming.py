"""The folder for what comes in: dumps and backups that were uploaded or put there by FTP."""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from django.conf import settings

from storyhold.importers.refusals import FileIsNotThere, NoRoomForFile
from storyhold.prose.one_line import one_line

MEGABYTE = 1024 * 1024
ROOM_TO_LEAVE = 200 * MEGABYTE


def folder() -> Path:
    """Return the folder, made when it is first needed. Nobody else on the server may read it."""
    path = Path(settings.DATA) / "incoming"
    path.mkdir(mode=0o700, exist_ok=True)
    return path


def names() -> Sequence[str]:
    """Return what lies there, files and folders, from A to Z."""
    return sorted(each.name for each in folder().iterdir() if not each.name.startswith("."))


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
    """Keep a file that was brought, and return its name; one of the same name is replaced."""
    name = _safe(name)
    unfinished = folder() / f".{name}.part"
    with unfinished.open("wb") as file:
        for piece in pieces:
            file.write(piece)
    unfinished.replace(folder() / name)
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
    return last[-100:] or "dump.sql"
