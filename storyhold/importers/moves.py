"""A whole import, from the files that an archivist has to the report in a folder."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from hashlib import sha256
from os import fsencode
from pathlib import Path

from django.utils.timezone import now

from storyhold.importers.findings import Note
from storyhold.importers.intake import moving
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.numbers import Numbers
from storyhold.importers.intake.shelves import NoShelves, RealShelves, Shelves
from storyhold.importers.intake.untouched import keeper
from storyhold.importers.models import Move
from storyhold.importers.report.files import ReportFiles
from storyhold.importers.report.report import Report
from storyhold.importers.sources.efiction.dumps.live import is_live
from storyhold.importers.sources.efiction.finding.source import Source, opened
from storyhold.importers.sources.efiction.learning import declared_by, learn
from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.sites import Site
from storyhold.importers.sources.efiction.staging import Staged, stage
from storyhold.importers.sources.efiction.value_reader import ValueReader
from storyhold.importers.sources.efiction.values.encodings import Encodings
from storyhold.importers.traces import begin

# What is being done, how much of it is done, and of how much; 0 where that is not known.
Tell = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Wish:
    """What an archivist asks for: the old archive, and how it is to be read."""

    sources: Sequence[str]
    stories: str = ""  # the folder with the texts, where it is not beside the dump
    site_key: str | None = None  # where a database holds several archives
    charset: str = ""  # of what is not UTF-8
    encodings: Mapping[str, str] = field(default_factory=dict)  # see `Encodings`
    layouts: Mapping[str, str] = field(default_factory=dict)  # see `stage`
    zone: tzinfo = UTC  # of dates that do not say theirs
    scratch: Path | None = None  # where there is room for a copy of the database


def rehearse(wish: Wish, *, report_in: Path, tell: Tell) -> Report:
    """Read everything, report what would become of it, and change nothing."""
    report = Report(name="", address="", is_rehearsal=True)
    with _desk(wish, NoShelves(), report, report_in, tell) as desk:
        moving.rehearse(desk, tell=lambda step, done: tell(step, done, 0))
    return report


def move_in(wish: Wish, *, report_in: Path, tell: Tell) -> Report:
    """Bring in what is not here yet, and report it."""
    report = Report(name="", address="", is_rehearsal=False)
    with _desk(wish, RealShelves(), report, report_in, tell) as desk:
        begin(desk.move)
        moving.move_in(desk, source=_fingerprint(wish), tell=lambda step, done: tell(step, done, 0))
    return report


@contextmanager
def _desk(wish: Wish, shelves: Shelves, report: Report, folder: Path, tell: Tell) -> Iterator[Desk]:
    """Read the old archive, lay it on a desk, and report what is done there."""
    with (
        ReportFiles(folder, report) as files,
        read(wish, files.note, tell=tell) as (source, staged, encodings),
    ):
        move = move_of(staged.site)
        report.name, report.address, report.site = move.name, move.address, move.site
        report.sources, report.tables = list(wish.sources), staged.tables
        keep = keeper(move, shelves)
        reader = ValueReader(note=files.note, encodings=encodings, zone=wish.zone, keep=keep)
        numbers = Numbers(move, shelves.put)
        yield Desk(
            move, OldSite(staged, reader, source.category_picture), numbers, shelves, files.note
        )
        report.became = shelves.counts
        files.finish()


@contextmanager
def read(wish: Wish, note: Note, *, tell: Tell) -> Iterator[tuple[Source, Staged, Encodings]]:
    """Read the source into a scratch file that is gone afterwards, and learn how to read it."""
    places, stories, folder = wish.sources, wish.stories or None, wish.scratch
    with (
        opened(places, stories=stories, folder=folder, tell=tell) as source,
        stage(
            source,
            site_key=wish.site_key,
            tell=tell,
            note=note,
            folder=folder,
            layouts=wish.layouts,
        ) as staged,
    ):
        declared = wish.charset or declared_by(source, staged)
        encodings = Encodings(declared=declared, overrides=wish.encodings)
        if not wish.charset:
            learn(encodings, staged)
        yield source, staged, encodings


def move_of(site: Site) -> Move:
    """Return the move of an old archive: the one that was begun, or a new one, not saved yet."""
    where = site.url.partition("://")[2].removeprefix("www.").rstrip("/").lower()
    identity = f"efiction {site.key} {site.prefix} {where}"[:200]
    move = Move.objects.filter(site=identity).first() or Move(site=identity)
    move.name = site.name.decode("utf-8", "replace")[:200]
    move.address = site.url[:300]
    return move


def _fingerprint(wish: Wish) -> str:
    """Return what tells one state of the source, read in one way, from another."""
    told = sha256(repr(wish).encode())
    for place in filter(None, [*wish.sources, wish.stories]):
        for state in _states_of(place):
            told.update(fsencode(state))  # names of files may be in any encoding
    return told.hexdigest()


def _states_of(place: str) -> Iterator[str]:
    """Yield what changes when anything that is read there changes."""
    if is_live(place):
        yield now().isoformat()  # nobody can tell: it is read anew every time
        return
    for path in (Path(place), *Path(place).rglob("*")):
        about = path.lstat()
        yield f"{path} {about.st_size} {about.st_mtime_ns}\n"
