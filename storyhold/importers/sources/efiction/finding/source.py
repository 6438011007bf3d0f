"""A source: dumps to read, where texts may lie, and what a configuration says."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from storyhold.importers.sources.efiction.dumps.live import LiveDump, is_live
from storyhold.importers.sources.efiction.dumps.names import split
from storyhold.importers.sources.efiction.dumps.sources import DumpSource
from storyhold.importers.sources.efiction.finding.config import Config
from storyhold.importers.sources.efiction.finding.dump_file import DumpFile, TabFiles
from storyhold.importers.sources.efiction.finding.limits import Budget
from storyhold.importers.sources.efiction.finding.looking import Chapters, Found, look, look_into
from storyhold.importers.sources.efiction.finding.unpacking import Unpacking, is_archive
from storyhold.importers.sources.efiction.finding.worth import PART
from storyhold.importers.sources.efiction.progress import Progress, nobody
from storyhold.importers.sources.efiction.refusals import (
    BundleIsNotComplete,
    NoDumpFound,
    SourceIsEmpty,
    SourceIsMissing,
    TablesAreNoDump,
)

NO_STORIES = "none"


@dataclass(frozen=True)
class Source:
    """What an archive moves in from."""

    name: str
    dumps: Sequence[DumpSource]
    roots: dict[Path, Chapters] = field(default_factory=dict)
    are_stories_given: bool = False  # by the archivist: `roots` are in what they named
    are_stories_wanted: bool = True
    configs: Sequence[Config] = ()
    skins: Sequence[Path] = ()  # folders of pictures, for those of categories
    languages: dict[str, Path] = field(default_factory=dict)
    unpacking: Unpacking = field(default_factory=lambda: Unpacking(Budget(""), nobody))

    def category_picture(self, name: str) -> Path | None:
        """Return the file of a category's picture, which is known by its name alone."""
        paths = (folder / name for folder in self.skins if name and "/" not in name)
        return next((path for path in paths if path.is_file()), None)


@contextmanager
def opened(
    places: Sequence[str],
    *,
    stories: str | None = None,
    folder: Path | None = None,
    tell: Progress = nobody,
) -> Iterator[Source]:
    """Open what the archivist named: dumps, folders, archives, or a server by its address.

    `stories` is the stories folder, an archive of it, or "none". Archives are unpacked into
    `folder` and removed at the end. Raises refusals.
    """
    with ExitStack() as stack:
        into = Path(stack.enter_context(TemporaryDirectory(prefix="storyhold-", dir=folder)))
        name = ", ".join(Path(place).name for place in places if not is_live(place))
        unpacking = Unpacking(Budget(name), tell)
        here, texts = Found(), Found()
        servers = [LiveDump(place) for place in places if is_live(place)]
        for place in places:
            if not is_live(place):
                _look_at(place, here, unpacking, into=into)
        if stories not in (None, NO_STORIES):
            _look_at(stories or "", texts, unpacking, into=into)
        _check(here, name, has_server=bool(servers))
        yield Source(
            name=name or servers[0].name,
            dumps=[*servers, *_dump_files(here.dumps)],
            roots=texts.roots if stories else here.roots,
            are_stories_given=stories not in (None, NO_STORIES),
            are_stories_wanted=stories != NO_STORIES,
            configs=here.configs,
            skins=here.skins + texts.skins,
            languages=here.languages,
            unpacking=unpacking,
        )


def _check(here: Found, name: str, *, has_server: bool) -> None:
    if here.bundles:
        raise BundleIsNotComplete(name=name)
    if here.dumps or has_server:
        return
    if here.raw:
        raise TablesAreNoDump(name=name, example=here.raw[0].name)
    raise NoDumpFound(name=name)


def _look_at(place: str, found: Found, unpacking: Unpacking, *, into: Path) -> None:
    path = Path(place)
    if not path.exists():
        raise SourceIsMissing(path=place)
    if path.is_dir():
        if not any(path.iterdir()):
            raise SourceIsEmpty(name=path.name)
        look(path, found, unpacking, into=into)
    elif path.stat().st_size == 0:
        raise SourceIsEmpty(name=path.name)
    elif is_archive(path):
        look_into(path, found, unpacking, into=into)
    else:
        found.dumps.append(path)


def _dump_file(path: Path) -> DumpSource:
    rows = path.with_suffix(".txt")
    is_tab = path.suffix == ".sql" and split(path.stem) and rows.is_file()
    return TabFiles(path, rows) if is_tab else DumpFile(path)


def _dump_files(paths: Sequence[Path]) -> list[DumpSource]:
    """Put parts of one dump together, in order."""
    whole = [_dump_file(path) for path in paths if not PART.match(path.name)]
    parts: dict[tuple[Path, str, str], list[tuple[int, Path]]] = {}
    for path in paths:
        if part := PART.match(path.name):
            parts.setdefault((path.parent, part[1], part[3]), []).append((int(part[2]), path))
    for numbered in parts.values():
        first, *more = [path for _number, path in sorted(numbered)]
        whole.append(DumpFile(first, more))
    return whole
