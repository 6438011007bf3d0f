"""A dump in XML, as `mysqldump --xml` and phpMyAdmin write it."""

import codecs
from collections.abc import Iterator
from xml.parsers import expat

from storyhold.importers.sources.efiction.dumps.definitions import Definition
from storyhold.importers.sources.efiction.dumps.marks import Marks
from storyhold.importers.sources.efiction.dumps.reading import Cut, Event, Filled, Made
from storyhold.importers.sources.efiction.dumps.rows import Values
from storyhold.importers.sources.efiction.dumps.sources import Wants
from storyhold.importers.sources.efiction.dumps.window import STEP, Readable

AT_ONCE = 500
# What XML cannot hold stands in such files all the same: control characters, bytes that are no
# UTF-8, and returns, which a parser would change. They are hidden from it and put back.
_HIDDEN = 0x10F000
_HARD = [code for code in range(32) if code not in b"\t\n"] + list(range(0xDC80, 0xDD00))
_HIDE = {code: _HIDDEN + code % 256 for code in _HARD}
_SHOW = {hidden: code for code, hidden in _HIDE.items()}


class XmlDump:
    """The tables of such a file. Its texts are always in UTF-8."""

    def __init__(self, stream: Readable, *, wants: Wants) -> None:
        self.marks = Marks(writers=["mysqldump"], charsets=["utf8"])
        self._stream, self._wants = stream, wants
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._open
        self._parser.EndElementHandler = self._close
        self._parser.CharacterDataHandler = self._hear
        self._events: list[Event] = []
        self._database = self._table = self._field = ""
        self._text: list[str] | None = None
        self._row: dict[str, bytes | None] = {}
        self._rows: list[Values] = []
        self._columns: tuple[str, ...] = ()
        self._types: dict[str, str] = {}

    def __iter__(self) -> Iterator[Event]:
        """Yield what is said about tables that are wanted."""
        decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        try:
            while piece := self._stream.read(STEP):
                self._parser.Parse(decoder.decode(piece).translate(_HIDE), False)
                yield from self._heard()
            self._parser.Parse("", True)
        except expat.ExpatError:
            self._flush()
            yield from self._heard()
            yield Cut(self._database, self._table, is_end=True)
        yield from self._heard()

    def _heard(self) -> Iterator[Event]:
        events, self._events = self._events, []
        for event in events:
            if self._wants(event.table):
                yield event

    def _open(self, name: str, attributes: dict[str, str]) -> None:
        if name == "database":
            self._database = ""  # there is but one: named as where no name is
        elif name in ("table_structure", "table_data", "table"):
            self._table = attributes.get("name", "")
            if name == "table":  # phpMyAdmin's: a row
                self._row = {}
        elif name == "row":
            self._row = {}
        elif name == "field" and "Field" in attributes:
            self._types[attributes["Field"].lower()] = attributes.get("Type", "")
        elif name in ("field", "column"):
            self._field = attributes.get("name", "").lower()
            self._row[self._field] = None
            self._text = None if "xsi:nil" in attributes else []

    def _hear(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _close(self, name: str) -> None:
        if name in ("field", "column") and self._text is not None:
            text = "".join(self._text).translate(_SHOW)
            self._row[self._field] = text.encode("utf-8", "surrogateescape")
            self._text = None
        elif name == "table_structure":
            self._events.append(Made(self._database, self._table, Definition(self._types)))
            self._types = {}
        elif name in ("row", "table") and self._row:
            self._end_row()
        if name in ("table_data", "database", "mysqldump"):
            self._flush()
        self.marks.has_end = name in ("mysqldump", "pma_xml_export")

    def _end_row(self) -> None:
        columns = tuple(self._row)
        if columns != self._columns or len(self._rows) >= AT_ONCE:
            self._flush()
            self._columns = columns
        self._rows.append(list(self._row.values()))
        self._row = {}

    def _flush(self) -> None:
        rows, self._rows = self._rows, []
        if rows:
            self._events.append(Filled(self._database, self._table, self._columns, rows))
