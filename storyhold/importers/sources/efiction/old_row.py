"""One old row, whose values are read as what they are meant to be."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from functools import cached_property

from storyhold.importers.sources.efiction.value_reader import Kept, Place, ValueReader
from storyhold.importers.sources.efiction.values import lists
from storyhold.importers.sources.efiction.values.numbers import is_on, number
from storyhold.importers.sources.efiction.values.sources import Field
from storyhold.importers.sources.efiction.values.titles import title_of

Row = Mapping[str, bytes | None]  # by the old names of the columns; numbers are bytes, too

# The columns that tell one row from the next, where it is not the first of the names below.
KEYS: dict[str, tuple[str, ...]] = {
    "authorfields": ("field_id",),
    "authorinfo": ("uid", "field"),
    "authorprefs": ("uid",),
    "authors": ("uid",),
    "blocks": ("block_id",),
    "categories": ("catid",),
    "challenges": ("chalid",),
    "chapters": ("chapid",),
    "characters": ("charid",),
    "classes": ("class_id",),
    "classtypes": ("classtype_id",),
    "coauthors": ("sid", "uid"),
    "codeblocks": ("code_id",),
    "comments": ("cid",),
    "favorites": ("uid", "type", "item"),
    "inseries": ("seriesid", "sid", "subseriesid"),
    "log": ("log_id",),
    "messages": ("message_id",),
    "modules": ("id",),
    "news": ("nid",),
    "pagelinks": ("link_id",),
    "panels": ("panel_id",),
    "poll": ("poll_id",),
    "poll_votes": ("vote_id",),
    "ratings": ("rid",),
    "recommendations": ("recid",),
    "reviews": ("reviewid",),
    "series": ("seriesid",),
    "settings": ("sitekey",),
    "shoutbox": ("shout_id",),
    "stories": ("sid",),
    "tracker": ("sid", "uid"),
}

# Texts that were stored in a way of their own.
FIELDS: dict[tuple[str, str], Field] = {
    ("authors", "bio"): "lines",
    ("chapters", "storytext"): "chapter",
    ("news", "story"): "lines",
    ("series", "summary"): "series",
}


class OldRow:
    """A row of an old table. NULL and a column that is not there read as nothing, 0 or no date."""

    def __init__(self, table: str, row: Row, reader: ValueReader) -> None:
        self.table, self.row, self._reader = table, row, reader

    @cached_property
    def number(self) -> str:
        """What tells this row from the others of its table: its number, or several."""
        return ":".join(
            (self.row.get(column) or b"").decode("latin-1") for column in KEYS.get(self.table, ())
        )

    def has(self, column: str) -> bool:
        """Whether there is such a column."""
        return column in self.row

    def whole(self, column: str, *, otherwise: int = 0) -> int:
        """Return a whole number."""
        return number(self.row.get(column), otherwise=otherwise)

    def flag(self, column: str) -> bool:
        """Return whether a flag is set."""
        return is_on(self.row.get(column))

    def date(self, column: str) -> datetime | None:
        """Return a moment, also one that an upgrade had put aside."""
        backups = (self.row.get(f"{column}_backup"), self.row.get(f"{column}_tmp"))
        return self._reader.moment(self.row.get(column), self.place(column), backups=backups)

    def text(self, column: str) -> str:
        """Return a value decoded, and otherwise as it is."""
        return self._reader.text(self.row.get(column), self.place(column))

    def unslashed(self, column: str) -> str:
        """Return a value decoded, and without PHP's slashes."""
        return self._reader.unslashed(self.row.get(column), self.place(column))

    def line(self, column: str) -> str:
        """Return a title or name as readers saw it, on one line, without tags and entities."""
        return title_of(self.text(column))

    def html(self, column: str, *, always_breaks: bool = False) -> str:
        """Return a text as the HTML that readers saw, not cleaned yet."""
        field: Field = "lines" if always_breaks else FIELDS.get((self.table, column), "short")
        return self._reader.markup(self.row.get(column), self.place(column), field)

    def html_of(self, raw: bytes, column: str) -> str:
        """Return the same for bytes that were found elsewhere, but belong into a column."""
        field = FIELDS.get((self.table, column), "short")
        return self._reader.markup(raw, self.place(column), field)

    def numbers(self, column: str) -> tuple[int, ...]:
        """Return the numbers in a list."""
        return lists.numbers(self.text(column))

    def say(self, topic: str, column: str = "", **facts: object) -> None:
        """Say what was noticed about the row."""
        self._reader.say(topic, self.place(column), **facts)

    def keep_aside(self, topic: str, **facts: object) -> None:
        """Keep the whole row aside, because it has no place here, and say why."""
        self.keep()
        self._reader.say(topic, self.place(""), **facts)

    def keep_bytes(self, column: str, raw: bytes) -> None:
        """Keep bytes aside that belong into a column of a row that has no place here."""
        self._reader.keep(Kept(self.place(column), raw, "kept aside"))

    def keep(self, *, without: Collection[str] = (), number: str = "") -> None:
        """Keep the whole row aside, but for some columns; `number` where it has none itself."""
        values = {
            name: raw.decode("latin-1") if raw else None
            for name, raw in self.row.items()
            if name not in without
        }
        raw = json.dumps(values, ensure_ascii=False).encode()
        place = self.place("")
        self._reader.keep(Kept(place._replace(number=number or place.number), raw, "kept aside"))

    def place(self, column: str) -> Place:
        """Return where one of its values stands."""
        return Place(self.table, self.number, column, number(self.row.get("sid")))
