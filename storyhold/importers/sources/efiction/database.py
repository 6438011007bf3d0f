"""Everything of eFiction that the dumps of a source hold, of whatever sites."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from storyhold.importers.findings import Finding, Note
from storyhold.importers.sources.efiction.dumps.marks import Marks
from storyhold.importers.sources.efiction.dumps.names import split
from storyhold.importers.sources.efiction.dumps.reading import (
    Altered,
    Cut,
    Filled,
    Made,
)
from storyhold.importers.sources.efiction.dumps.sources import DumpSource, Wants
from storyhold.importers.sources.efiction.old_table import OldTable
from storyhold.importers.sources.efiction.progress import Progress
from storyhold.importers.sources.efiction.scratch import Scratch
from storyhold.importers.sources.efiction.secrets import UNTOLD


class Key(NamedTuple):
    """What tells one table from another."""

    dump: int  # which of the source's
    database: str
    prefix: str
    name: str


class Database:
    """Reads dumps into the scratch file."""

    def __init__(self, scratch: Scratch, *, layouts: Mapping[str, str], note: Note) -> None:
        self.tables: dict[Key, OldTable] = {}
        self.others: set[str] = set()  # tables of other programs
        self.charsets: list[str] = []
        self.strays: list[str] = []
        self.scratch, self._layouts, self._note = scratch, layouts, note
        self._dump, self._name = 0, ""
        self._families: dict[Key, dict[str, OldTable]] = {}

    def read(self, dump: DumpSource, tell: Progress) -> None:
        """Read one dump to its end and note how it ends."""
        self._dump, self._name = self._dump + 1, dump.name
        cuts = []
        with dump.read(self._wants(), lambda done: tell(dump.name, done, dump.size)) as reader:
            for event in reader:
                if isinstance(event, Cut):
                    cuts.append(event)
                else:
                    self._hear(event)
        for table in self.tables.values():
            table.settle()
        self.charsets += reader.marks.charsets
        self.strays += reader.marks.strays
        self._note_end(dump.name, reader.marks, cuts)

    def _wants(self) -> Wants:
        @cache
        def wants(table: str) -> bool:
            parts = split(table)
            if parts is None:
                self.others.add(table)
            return parts is not None and parts[1] not in UNTOLD

        return wants

    def _table(self, database: str, table: str) -> OldTable:
        prefix, name = split(table) or ("", table)
        key = Key(self._dump, database, prefix, name)
        if key not in self.tables:
            self.tables[key] = OldTable(
                self.scratch, name, dump=self._name, layouts=self._layouts, note=self._note
            )
            family = self._families.setdefault(key._replace(name=""), {})
            family[name], self.tables[key].relatives = self.tables[key], family
        return self.tables[key]

    def _hear(self, event: Made | Altered | Filled) -> None:
        table = self._table(event.database, event.table)
        match event:
            case Made():
                table.define(event.definition)
            case Altered():
                table.alter(event.clauses)
            case Filled():
                table.put(event.columns, event.rows)

    def _note_end(self, name: str, marks: Marks, cuts: list[Cut]) -> None:
        for cut in cuts:
            table = self._table(cut.database, cut.table)
            topic = "dump is cut" if cut.is_end else "rows could not be read"
            self._note(Finding(topic, table.name, facts={"name": name, "rows": str(len(table))}))
        for topic, facts in _endings(marks, is_cut=bool(cuts)):
            self._note(Finding(topic, facts={"name": name, **facts}))


def _endings(marks: Marks, *, is_cut: bool) -> Iterator[tuple[str, dict[str, str]]]:
    if len(marks.writers) > 1:
        yield "several dumps in one", {"writers": ", ".join(marks.writers)}
    if "mysqldump" in marks.writers and not marks.has_end:
        yield "dump without an end", {}
    elif "eFiction" in marks.writers and not is_cut:
        yield "dump that marks no end", {}
    for line in marks.strays:
        yield "line that is no SQL", {"line": line}
