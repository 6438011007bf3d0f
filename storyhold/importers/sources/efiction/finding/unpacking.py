"""Archives are unpacked into a folder of our own: what matters of them, and nothing that harms."""

import os
import shutil
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, cast

from storyhold.importers.sources.efiction.dumps.window import Readable
from storyhold.importers.sources.efiction.finding.compression import BROKEN, kind_of, unpacked
from storyhold.importers.sources.efiction.finding.limits import Budget, check_swelling
from storyhold.importers.sources.efiction.finding.worth import is_worth_unpacking
from storyhold.importers.sources.efiction.refusals import (
    ArchiveClimbsOut,
    ArchiveIsBroken,
    ArchiveIsLocked,
    DiskIsTooSmall,
)

PIECE = 1 << 20
LAST_MOMENT = datetime(9999, 1, 1, tzinfo=UTC).timestamp()


@dataclass
class Unpacking:
    """What happened while archives were unpacked."""

    budget: Budget
    tell: Callable[[str, int, int], None]
    links: int = 0  # members that only point elsewhere; never followed


@dataclass(frozen=True)
class _Member:
    name: str
    size: int
    modified: float
    open: Callable[[], IO[bytes]]


def is_archive(path: Path) -> bool:
    """Whether a file holds other files; a dump that was zipped is one, too."""
    return kind_of(path) == "zip" or _is_tar(path)


def unpack(path: Path, into: Path, unpacking: Unpacking) -> None:
    """Unpack what matters. Raises refusals, and leaves nothing outside of `into`."""
    try:
        with path.open("rb") as file, _members(path, file, unpacking) as members:
            for member in members:
                unpacking.budget.count_file()
                _put(member, into, archive=path, packed=file, unpacking=unpacking)
                unpacking.tell(path.name, file.tell(), path.stat().st_size)
    except BROKEN as error:
        raise ArchiveIsBroken(name=path.name) from error


def _put(
    member: _Member, into: Path, *, archive: Path, packed: IO[bytes], unpacking: Unpacking
) -> None:
    target = into / _safe(member.name, archive)
    if not is_worth_unpacking(target.relative_to(into)):
        return
    _check_room(member, into, archive)
    target.parent.mkdir(parents=True, exist_ok=True)
    size = 0
    with member.open() as source, target.open("wb") as copy:
        while piece := source.read(PIECE):
            size += len(piece)
            unpacking.budget.spend(len(piece))
            check_swelling(archive.name, packed=packed.tell(), unpacked=size)
            copy.write(piece)
    os.utime(target, (member.modified, member.modified))


def _safe(name: str, archive: Path) -> PurePosixPath:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or "\0" in name or path.parts[:1] == ("C:",):
        raise ArchiveClimbsOut(name=archive.name, member=name)
    return path


def _check_room(member: _Member, into: Path, archive: Path) -> None:
    free = shutil.disk_usage(into).free
    if member.size > free:
        raise DiskIsTooSmall(name=archive.name, needed=member.size >> 20, free=free >> 20)


@contextmanager
def _members(path: Path, file: IO[bytes], unpacking: Unpacking) -> Iterator[Iterator[_Member]]:
    if kind_of(path) == "zip":  # a tar may end in one
        with zipfile.ZipFile(file) as opened:
            yield _of_zip(opened, path, unpacking)
    else:
        stream = _Counted(unpacked(file, kind_of(path)), file, path.name)
        with tarfile.open(fileobj=cast(IO[bytes], stream), mode="r|") as tar:
            yield _of_tar(tar, unpacking)


def _of_zip(opened: zipfile.ZipFile, path: Path, unpacking: Unpacking) -> Iterator[_Member]:
    for info in opened.infolist():
        if info.flag_bits & 1:
            raise ArchiveIsLocked(name=path.name)
        if (info.external_attr >> 28) == 0xA:  # a link, as Unix marks it
            unpacking.links += 1
        elif not info.is_dir():
            check_swelling(path.name, packed=info.compress_size, unpacked=info.file_size)
            start = partial(opened.open, info)
            yield _Member(_zip_name(info), info.file_size, _zip_time(info), start)


def _zip_name(info: zipfile.ZipInfo) -> str:
    """Return the name as the bytes it was: without a mark, it is in no known encoding."""
    is_utf8 = info.flag_bits & 0x800
    return info.filename if is_utf8 else os.fsdecode(info.filename.encode("cp437"))


def _zip_time(info: zipfile.ZipInfo) -> float:
    try:
        return datetime(*info.date_time, tzinfo=UTC).timestamp()
    except ValueError:
        return 0


def _of_tar(tar: tarfile.TarFile, unpacking: Unpacking) -> Iterator[_Member]:
    for info in tar:
        if info.isfile():
            yield _Member(info.name, info.size, _tar_time(info), partial(_of_file, tar, info))
        elif not info.isdir():
            unpacking.links += 1


def _tar_time(info: tarfile.TarInfo) -> float:
    return info.mtime if 0 <= info.mtime < LAST_MOMENT else 0  # it may be no number at all


def _of_file(tar: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    if stream := tar.extractfile(info):
        return stream
    raise EOFError


def _is_tar(path: Path) -> bool:
    with path.open("rb") as file:
        try:
            return _has_tar_mark(unpacked(file, kind_of(path)).read(512))
        except BROKEN:
            return False


def _has_tar_mark(block: bytes) -> bool:
    if len(block) < 512:
        return False
    try:
        tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


class _Counted:
    """A packed tar as a stream that may not swell."""

    def __init__(self, stream: Readable, file: IO[bytes], name: str) -> None:
        self._stream, self._file, self._name = stream, file, name
        self._size = 0

    def read(self, size: int, /) -> bytes:
        """Read on."""
        piece = self._stream.read(size)
        self._size += len(piece)
        check_swelling(self._name, packed=self._file.tell(), unpacked=self._size)
        return piece
