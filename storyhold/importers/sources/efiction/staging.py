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
from storyhold.importers.sources.efiction.old_table import OldTable
from storyhold.importers.sources.efiction.progress import Progress, nobody
from storyhold.importers.sources.efiction.scratch import Scratch, quoted
from storyhold.importers.sources.efiction.sites import Site

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
        texts = texts_of(source, *_chapters(tables, scratch), note=note)
        return Staged(site, tables, scratch, texts, stack.pop_all())


def _chapters(
    tables: Mapping[str, OldTable], scratch: Scratch
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return author and number of the chapters without a text in the table, and of the others."""
    bare: list[tuple[int, int]] = []
    full: list[tuple[int, int]] = []
    if "chapters" in tables:
        scratch.show("chapters", tables["chapters"].select)
        pairs = "CAST(uid AS INTEGER), CAST(chapid AS INTEGER), coalesce(length(storytext), 0)"
        for uid, chapid, length in scratch.numbers(f"SELECT {pairs} FROM chapters"):  # noqa: S608
            (full if length else bare).append((uid, chapid))
    return bare, full


class Staged:
    """One site's tables, as untouched bytes. A context manager that removes its scratch file."""

    def __init__(
        self,
        site: Site,
        tables: Mapping[str, OldTable],
        scratch: Scratch,
        texts: TextFiles,
        stack: ExitStack,
    ) -> None:
        self.site, self.texts = site, texts
        self.passwords: Mapping[int, bytes] = {}
        if "authors" in tables:
            self.passwords = tables["authors"].secrets.passwords
        self._old, self._scratch, self._stack = tables, scratch, stack
        for name, table in tables.items():
            scratch.show(name, table.select)
        self.tables: Mapping[str, int] = {name: len(old.place) for name, old in tables.items()}

    def rows(self, table: str, *, order: Sequence[str] = ()) -> Iterator[Row]:
        """Yield the rows of a table by numeric columns, or as they were dumped; none if it is not.

        Columns that a table does not have are left out of the order. Passwords are not here.
        """
        if table not in self._old:
            return
        old = self._old[table]
        by = [column for column in order if column in old.columns]
        ordered = ", ".join(f"CAST({quoted(column)} AS INTEGER)" for column in by)
        if by:
            self._index(old, by)
        select = f"SELECT * FROM {quoted(table)}" + (f" ORDER BY {ordered}" if by else "")  # noqa: S608
        for values in self._scratch.ask(select):
            yield dict(zip(old.columns, values, strict=True))

    def has_column(self, table: str, column: str) -> bool:
        """Whether a table of this site has a column."""
        return table in self._old and column in self._old[table].columns

    def columns(self, table: str) -> Sequence[str]:
        """Return the names of a table's columns, in order."""
        return self._old[table].columns if table in self._old else ()

    def _index(self, old: OldTable, columns: Sequence[str]) -> None:
        places = [old.columns.index(column) for column in columns]
        name = "_".join(["i", old.place.name, *map(str, places)])
        by = ", ".join(f"CAST(c{place} AS INTEGER)" for place in places)
        self._scratch.run(f"CREATE INDEX IF NOT EXISTS {name} ON {old.place.name} ({by})")

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
