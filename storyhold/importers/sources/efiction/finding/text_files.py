"""The stories folder of an old site: one folder for each author, one file for each chapter."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from storyhold.importers.sources.efiction.finding.worth import CHAPTER, PICTURE

LONGEST = 64 << 20  # of one text: the longest novels have a tenth of that
NONE = Path()


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file by its path below the stories folder: `size` in bytes, `modified` as Unix time."""

    path: str
    size: int
    modified: int

    @property
    def folder(self) -> str:
        """An author's number, or, in 1.x, a pen name, whose bytes `os.fsencode` gives."""
        return self.path.partition("/")[0]

    @property
    def name(self) -> str:
        """The name of the file itself."""
        return self.path.rpartition("/")[2]

    @property
    def number(self) -> int:
        """The chapter's, by the file's name; 0 where it is no chapter's."""
        found = CHAPTER.match(self.name) if self.path.count("/") == 1 else None
        return int(found[1]) if found else 0

    @property
    def is_image(self) -> bool:
        """Whether a member put it among their pictures."""
        _folder, middle, _name = ("", "", *self.path.lower().split("/"))[-3:]
        return middle == "images" and bool(PICTURE.search(self.name))


class TextFiles:
    """An index of the folder. Texts and pictures are read when they are asked for."""

    def __init__(self, root: Path = NONE, files: Iterable[TextFile] = ()) -> None:
        self.root = root
        self.others: list[str] = []  # neither texts nor pictures, by their paths
        self._by_number: dict[int, list[TextFile]] = {}
        self._images: dict[tuple[str, str], TextFile] = {}
        for file in files:
            self._sort_in(file)

    def __bool__(self) -> bool:
        return bool(self._by_number or self._images)

    def __len__(self) -> int:
        return sum(map(len, self._by_number.values()))

    def find(self, uid: int, chapid: int) -> TextFile | None:
        """Return the file of a chapter in the folder of its author."""
        return next((f for f in self.with_number(chapid) if _number(f.folder) == uid), None)

    def with_number(self, chapid: int) -> list[TextFile]:
        """Return all files of a chapter, in folders of whatever authors or pen names."""
        return self._by_number.get(chapid, [])

    def without(self, chapids: Iterable[int]) -> Iterator[TextFile]:
        """Yield the files whose chapters are not among these."""
        known = set(chapids)
        for number, files in sorted(self._by_number.items()):
            if number not in known:
                yield from files

    def image(self, uid: int, name: str) -> TextFile | None:
        """Return a picture of a member, whatever the case of its name."""
        return self._images.get((str(uid), name.lower()))

    def images(self) -> Iterator[TextFile]:
        """Yield all pictures."""
        yield from self._images.values()

    def read(self, file: TextFile) -> bytes:
        """Return the bytes of a file, the first 64 MB of one that cannot be a text."""
        with (self.root / file.path).open("rb") as opened:
            return opened.read(LONGEST)

    def _sort_in(self, file: TextFile) -> None:
        if file.number:
            self._by_number.setdefault(file.number, []).append(file)
        elif file.is_image:
            self._images[file.folder, file.name.lower()] = file
        else:
            self.others.append(file.path)


def text_files(root: Path) -> TextFiles:
    """Look through a stories folder. Links are not followed."""
    return TextFiles(root, _files(root))


def _files(root: Path) -> Iterator[TextFile]:
    for folder, _folders, names in os.walk(root):
        for name in names:
            path = Path(folder, name)
            if path.is_file() and not path.is_symlink():
                seen = path.stat()
                yield TextFile(str(path.relative_to(root)), seen.st_size, int(seen.st_mtime))


def _number(folder: str) -> int:
    return int(folder) if folder.isascii() and folder.isdigit() else -1
