"""Series and what they hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.tables.stories import named
from storyhold.importers.sources.efiction.tables.vocabularies import Vocabularies
from storyhold.importers.sources.efiction.values import lists

MODERATED = 1  # `isopen`


@dataclass(frozen=True, slots=True, kw_only=True)
class OldSeries:
    """A series. `openness` is 0 for its owner alone, 1 for suggestions, 2 for everybody."""

    number: int
    title: str
    summary: str
    owner: int
    openness: int
    categories: tuple[int, ...]
    classes: tuple[int, ...]
    characters: tuple[int, ...]
    challenges: tuple[int, ...]

    @property
    def texts(self) -> str:
        """What is to be composed."""
        return self.summary


@dataclass(frozen=True, slots=True)
class OldEntry:
    """A story in a series or, where `story` is 0, another series; `waits` for the owner's word."""

    series: int
    story: int
    sub_series: int
    waits: bool
    row: OldRow

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.series}:{self.story}:{self.sub_series}"


def all_series(site: OldSite, known: Vocabularies) -> Iterator[OldSeries]:
    """Yield all series by number."""
    for row in site.read("series", order=("seriesid",)):
        challenges = row.text("challenges")
        if "Array" in challenges:
            row.say("list held a slip", "challenges", text=challenges)
        yield OldSeries(
            number=row.whole("seriesid"),
            title=row.line("title"),
            summary=row.html("summary"),
            owner=row.whole("uid"),
            openness=row.whole("isopen"),
            categories=named(row, "catid", known.categories),
            classes=named(row, "classes", known.classes),
            characters=named(row, "characters", known.characters),
            challenges=lists.numbers(challenges),
        )


class Entries:
    """The entries of all series, each once, in their order."""

    def __init__(self, site: OldSite) -> None:
        self._site = site
        quiet = site.quiet
        self._stories, self._series = quiet.ids("stories", "sid"), quiet.ids("series", "seriesid")
        self._openness = {
            row.whole("seriesid"): row.whole("isopen") for row in quiet.read("series")
        }
        # Before 3.2 the column had no meaning.
        self._has_word = site.has("stats") or site.tables.has_column("series", "numstories")
        self._within: dict[int, set[int]] = {}

    def all(self) -> Iterator[OldEntry]:
        """Yield the entries that lead somewhere; the others are kept aside."""
        seen = set()
        for row in self._site.read("inseries", order=("seriesid", "inorder", "sid", "subseriesid")):
            entry = self._entry(row)
            if trouble := self._trouble(entry):
                row.keep_aside(trouble)
            elif entry.key not in seen:
                seen.add(entry.key)
                yield entry

    def _entry(self, row: OldRow) -> OldEntry:
        series, story = row.whole("seriesid"), row.whole("sid")
        # Sub-series were saved as if they waited, and never did.
        waits = self._has_word and bool(story) and not row.flag("confirmed")
        if waits and self._openness.get(series) != MODERATED:
            row.say("entry of a series was unconfirmed")
            waits = False
        return OldEntry(series, story, 0 if story else row.whole("subseriesid"), waits, row)

    def _trouble(self, entry: OldEntry) -> str:
        if entry.series not in self._series:
            return "entry of a series that is gone"
        if entry.story:
            return "" if entry.story in self._stories else "entry leads to what is gone"
        if entry.sub_series not in self._series:
            return "entry leads to what is gone"
        if self._holds(entry.sub_series, entry.series):
            return "series held itself"
        self._within.setdefault(entry.series, set()).add(entry.sub_series)
        return ""

    def _holds(self, outer: int, inner: int) -> bool:
        """Whether a series is another or holds it, at whatever depth."""
        below, seen = [outer], set[int]()
        while below:
            if (series := below.pop()) == inner:
                return True
            if series not in seen:
                seen.add(series)
                below += self._within.get(series, ())
        return False
