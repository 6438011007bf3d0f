"""Reading values of one site, each as what it is meant to be; what was mended is said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple

from storyhold.importers.findings import Finding, Note
from storyhold.importers.sources.efiction.left_out import left_out_of
from storyhold.importers.sources.efiction.values.before_after import before_and_after
from storyhold.importers.sources.efiction.values.dates import UNKNOWN, Assumed, OldDate, read_date
from storyhold.importers.sources.efiction.values.encodings import Encodings
from storyhold.importers.sources.efiction.values.reading import Reading
from storyhold.importers.sources.efiction.values.slashes import without_slashes
from storyhold.importers.sources.efiction.values.sources import Field, source_of


class Place(NamedTuple):
    """Where a value stands. `number` is the row's own; `story` that of the story it belongs to."""

    table: str
    number: str
    column: str
    story: int = 0


class Kept(NamedTuple):
    """Bytes of a value that was changed while it was read; of a whole row without a column."""

    place: Place
    raw: bytes
    how: str


def keep_nothing(_kept: Kept) -> None:
    """Let the bytes go."""


@dataclass(frozen=True, kw_only=True)
class ValueReader:
    """How the values of a site are to be read.

    What is mended is said by `note`, and its bytes are given to `keep`. `now` is the time of the
    dump: what is dated later is so by mistake.
    """

    note: Note
    encodings: Encodings = field(default_factory=Encodings)
    zone: tzinfo = UTC  # of dates that do not say theirs
    is_from_1_1: bool = False  # its texts showed their line ends whatever their tags
    mends_chapters: bool = False  # references in them that eFiction wrecked
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    keep: Callable[[Kept], None] = keep_nothing
    _said_once: set[Place] = field(default_factory=set)

    def text(self, raw: bytes | None, place: Place) -> str:
        """Return a value decoded, and otherwise as it is."""
        return self._decoded(raw, place).text

    def unslashed(self, raw: bytes | None, place: Place) -> str:
        """Return a value decoded, and without the slashes that PHP has put before its quotes."""
        reading = self._decoded(raw, place)
        text, places = without_slashes(reading.text)
        if places:
            self._say_mended(raw, reading, place, {"slashes": places})
        return text

    def markup(self, raw: bytes | None, place: Place, field: Field) -> str:
        """Return a text as the HTML that its readers saw; it is not cleaned yet."""
        if not raw:
            return ""
        reading = self._decoded(raw, place)
        source = source_of(
            reading.text,
            field,
            is_from_1_1=self.is_from_1_1,
            mends_chapters=self.mends_chapters,
        )
        if source.mended:
            self._say_mended(raw, reading, place, source.mended)
        if source.offered:
            said = ", ".join(f"{what} {times} times" for what, times in source.offered.items())
            self.say("references could be mended", place, what=said)
        for topic, what in left_out_of(source.html):
            self.say(topic, place, what=what)
        return source.html

    def moment(
        self, raw: bytes | None, place: Place, *, backups: Sequence[bytes | None] = ()
    ) -> datetime | None:
        """Return the date in a value, or in one of those that were kept beside it."""
        if not raw and not any(backups):
            return None
        date = read_date(raw, zone=self.zone, now=self.now, backups=backups)
        if date == UNKNOWN:
            return None
        self._say_assumed(date, place, raw or b"")
        return date.moment

    def say(self, topic: str, place: Place, **facts: object) -> None:
        """Say what was noticed about a value."""
        said = {name: str(fact) for name, fact in facts.items()}
        self.note(Finding(topic, place.table, place.number, {"column": place.column, **said}))

    def _decoded(self, raw: bytes | None, place: Place) -> Reading:
        if not raw:
            return _NOTHING
        reading = self.encodings.read(
            raw,
            table=place.table,
            column=place.column,
            number=int(place.number) if place.number.isdigit() else 0,
            story=place.story,
        )
        if reading.is_changed or reading.counts:
            self._say_how(raw, reading, place)
        return reading

    def _say_how(self, raw: bytes, reading: Reading, place: Place) -> None:
        if reading.is_changed:
            self.keep(Kept(place, raw, reading.how))
        if reading.is_doubtful or (reading.is_changed and reading.how != "utf-8"):
            before, after = before_and_after(raw, reading.text)
            topic = "encoding is doubtful" if reading.is_doubtful else "encoding was mended"
            self.say(topic, place, how=reading.how, before=before, after=after)
        for what, count in reading.counts.items():
            self.say(_TOPIC_OF_COUNT.get(what, "characters were mended"), place, count=count)

    def _say_mended(
        self, raw: bytes | None, reading: Reading, place: Place, mended: Mapping[str, int]
    ) -> None:
        if not reading.is_changed:
            self.keep(Kept(place, raw or b"", reading.how))
        for what, places in mended.items():
            topic = _TOPIC_OF_MENDING.get(what, "references were mended")
            self.say(topic, place, what=what, places=places)

    def _say_assumed(self, date: OldDate, place: Place, raw: bytes) -> None:
        for assumed in date.assumed:
            if assumed == "zone":
                self._say_zone(Place(place.table, "", place.column))
            else:
                self.say(_TOPIC_OF_DATE[assumed], place, value=raw.decode("latin-1")[:40])

    def _say_zone(self, column: Place) -> None:
        """Say it once for each column: it is so in all its rows."""
        if column not in self._said_once:
            self._said_once.add(column)
            self.say("dates had no zone", column, zone=self.zone)


_NOTHING = Reading("", "utf-8")
_TOPIC_OF_COUNT = {
    "question marks": "letters were lost",
    "replacements": "letters were lost",
    "halves": "last letter was cut",
    "macintosh": "Macintosh bytes were decided",
}
_TOPIC_OF_MENDING = {
    "filtered scripts": "scripts were made harmless",
    "line ends": "line ends were written out",
    "slashes": "slashes were removed",
}
_TOPIC_OF_DATE: dict[Assumed, str] = {
    "backup": "date came from a backup",
    "clock change": "date in the hour of a clock change",
    "future": "date in the future",
    "partial": "date in part",
    "unreadable": "date unreadable",
}
