"""Looking through a folder for what an old archive is made of."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from storyhold.importers.sources.efiction.finding.compression import BROKEN, kind_of, unpacked
from storyhold.importers.sources.efiction.finding.config import Config, read_config
from storyhold.importers.sources.efiction.finding.limits import DEEPEST
from storyhold.importers.sources.efiction.finding.unpacking import Unpacking, is_archive, unpack
from storyhold.importers.sources.efiction.finding.worth import CHAPTER, DUMP, PACKED, PICTURE, RAW

_SIGNS = (b"INSERT INTO", b"CREATE TABLE", b"REPLACE INTO", b"# Dump of ", b"-- MySQL dump",
          b"-- MariaDB dump", b"-- phpMyAdmin", b"<mysqldump", b"<pma_xml_export")  # fmt: skip
Chapters = set[tuple[str, int]]  # the name of a folder, the number of a file in it


@dataclass
class Found:
    """What there is."""

    dumps: list[Path] = field(default_factory=list)
    configs: list[Config] = field(default_factory=list)
    roots: dict[Path, Chapters] = field(default_factory=dict)  # that look like stories folders
    skins: list[Path] = field(default_factory=list)  # folders of pictures
    languages: dict[str, Path] = field(default_factory=dict)
    raw: list[Path] = field(default_factory=list)  # tables as no dump has them
    bundles: set[Path] = field(default_factory=set)  # of our own packer that are not complete


def look(folder: Path, found: Found, unpacking: Unpacking, *, into: Path, depth: int = 1) -> None:
    """Look through a folder and the archives in it, which are unpacked into another."""
    for path in _files(folder):
        name = path.name.lower()
        if PACKED.search(name) and is_archive(path):
            if depth < DEEPEST:
                look_into(path, found, unpacking, into=into, depth=depth + 1)
        elif DUMP.search(name) or PACKED.search(name):
            if looks_like_a_dump(path):
                found.dumps.append(path)
        else:
            _look_at(path, found)


def look_into(
    archive: Path, found: Found, unpacking: Unpacking, *, into: Path, depth: int = 1
) -> None:
    """Unpack an archive and look through it."""
    inside = into / f"{len(list(into.iterdir()))}-{archive.name}"
    inside.mkdir()
    unpack(archive, inside, unpacking)
    look(inside, found, unpacking, into=into, depth=depth)


def looks_like_a_dump(path: Path) -> bool:
    """Whether a file begins as dumps do."""
    try:
        with path.open("rb") as file:
            beginning = unpacked(file, kind_of(path)).read(1 << 16)
    except BROKEN:
        return False
    return any(sign in beginning for sign in _SIGNS)


def _files(folder: Path) -> Iterator[Path]:
    for inside, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(inside, name)
            if path.is_file() and not path.is_symlink():
                yield path


def _look_at(path: Path, found: Found) -> None:
    name = path.name.lower()
    if name == "about.txt" and _beginning(path).startswith(b"Storyhold bundle"):
        if not path.with_name("complete.txt").exists():
            found.bundles.add(path.parent)
    elif RAW.search(name):
        found.raw.append(path)
    elif chapter := CHAPTER.match(name):
        folder = path.parent
        found.roots.setdefault(folder.parent, set()).add((folder.name, int(chapter[1])))
    elif PICTURE.search(name) and path.parent.name.lower() == "images":
        _see_pictures(path.parent, found)
    elif name == "config.php" and (config := read_config(path)):
        found.configs.append(config)
    elif name.endswith(".php") and path.parent.name.lower() == "languages":
        found.languages.setdefault(name.removesuffix(".php"), path)


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(64)


def _see_pictures(folder: Path, found: Found) -> None:
    owner = folder.parent
    if owner.parent.name.lower() == "skins":
        if folder not in found.skins:
            found.skins.append(folder)
    elif owner.name.isdigit():
        found.roots.setdefault(owner.parent, set())
