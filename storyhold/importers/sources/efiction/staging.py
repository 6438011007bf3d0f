"""From a source to one site's rows, in a scratch file that can be asked for them in order."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from storyhold.importers.findings import Finding, Note
from storyhold.importers.sources.efiction.choosing import chosen
from storyhold.importers.sources.efiction.database import Database
from storyhold.importers.sources.efiction.finding.matching import texts_of
from storyhold.importers.sources.efiction.finding.source import Source
from storyhold.importers.sources.efiction.finding.text_files import TextFiles
from storyhold.importers.sources.efiction.glued import keep_the_later
from storyhold.importers.sources.efiction.progress import Progress, nobody
from storyhold.importers.sources.efiction.relations import Relation, relations
from storyhold.importers.sources.efiction.scratch import Scratch
from storyhold.importers.sources.efiction.sites import Site

Pairs = list[tuple[int, int]]
Row = Mapping[str, bytes | None]  # by the old names of the columns; numbers are bytes, too


def stage(
    source: Source,
    *,
    site_key: str | None = None,
    tell: Progress = nobody,
    note: Note,
    folder: Path | None = None,
    layouts: Mapping[str, str] | None = None,
) -> "Staged":
    """Read all dumps of a source once and return the rows of one site.

    `layouts` says what order of columns a table has whose dump does not: {"authors": "1.1"}.
    The scratch file is made in `folder` and removed when the `Staged` is closed. Raises the
    refusals of `refusals.py`, and leaves nothing behind then.
    """
    with ExitStack() as stack:
        inside = stack.enter_context(TemporaryDirectory(prefix="storyhold-", dir=folder))
        scratch = Scratch(Path(inside))
        stack.callback(scratch.close)
        database = Database(scratch, layouts=layouts or {}, note=note)
        for dump in source.dumps:
            database.read(dump, tell)
        site, tables = chosen(database, source, site_key=site_key, note=note)
        keep_the_later(tables, scratch, note=note)
        if source.unpacking.links:
            note(Finding("links left out", facts={"count": str(source.unpacking.links)}))
        kept = relations(site, tables, scratch, note=note)
        texts = texts_of(source, *_chapters(kept, scratch), note=note)
        passwords = tables["authors"].secrets.passwords if "authors" in tables else {}
        return Staged(site, kept, passwords, scratch, texts, stack.pop_all())


_NEEDED = {"uid", "chapid", "storytext"}


def _chapters(kept: Mapping[str, Relation], scratch: Scratch) -> tuple[Pairs, Pairs]:
    """Return author and number of the chapters without a text in the table, and of the others."""
    bare: Pairs = []
    full: Pairs = []
    if "chapters" not in kept or not set(kept["chapters"].columns) >= _NEEDED:
        return bare, full
    pairs = "CAST(uid AS INTEGER), CAST(chapid AS INTEGER), coalesce(length(storytext), 0)"
    for uid, chapid, length in scratch.numbers(f"SELECT {pairs} FROM chapters"):  # noqa: S608
        (full if length else bare).append((uid, chapid))
    return bare, full


class Staged:
    """One site's tables, as untouched bytes. A context manager that removes its scratch file.

    Tables of 1.1 and 2.0 are seen as those of 3.x; lists of names stay names.
    """

    def __init__(
        self,
        site: Site,
        relations: Mapping[str, Relation],
        passwords: Mapping[int, bytes],
        scratch: Scratch,
        texts: TextFiles,
        stack: ExitStack,
    ) -> None:
        self.site, self.texts, self.passwords = site, texts, passwords
        self._relations, self._scratch, self._stack = relations, scratch, stack
        self.tables: Mapping[str, int] = {name: scratch.count(name) for name in relations}

    def rows(
        self, table: str, *, order: Sequence[str] = (), columns: Sequence[str] = ()
    ) -> Iterator[Row]:
        """Yield the rows of a table by numeric columns, or as they were dumped; none if it is not.

        Columns that a table does not have are left out of the order, and of `columns`, without
        which there are all. Passwords are not here.
        """
        shown = [name for name in self.columns(table) if name in columns or not columns]
        by = [column for column in order if self.has_column(table, column)]
        if not shown:
            return
        if by and (old := self._relations[table].old):
            old.place.index([old.columns.index(column) for column in by])
        for values in self._scratch.ask(table, shown, by):
            yield dict(zip(shown, values, strict=True))

    def has_column(self, table: str, column: str) -> bool:
        """Whether a table of this site has a column."""
        return column in self.columns(table)

    def columns(self, table: str) -> Sequence[str]:
        """Return the names of a table's columns, in order; none where there is no such table."""
        return self._relations[table].columns if table in self._relations else ()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    def close(self) -> None:
        """Remove the scratch file."""
        self._stack.close()
