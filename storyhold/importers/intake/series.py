"""Series come in with their entries."""

from collections.abc import Iterator

from django.db.models import Max
from django.utils.timezone import now
from django.utils.translation import gettext as _

from storyhold.archive.queries import the_archive
from storyhold.common.alphabet import title_key
from storyhold.importers.composing import Composer, Written, written
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.former import FormerMembers
from storyhold.importers.intake.tagging import tag_numbers
from storyhold.importers.sources.efiction.tables.series import (
    Entries,
    OldEntry,
    OldSeries,
    all_series,
)
from storyhold.importers.sources.efiction.tables.vocabularies import read_vocabularies
from storyhold.series.models import Mode, Series, SeriesItem

AT_ONCE = 500
LONGEST_TITLE = 250
MODES = {0: Mode.CLOSED, 1: Mode.MODERATED, 2: Mode.OPEN}
Tagging = Series.tags.through


def bring_series(desk: Desk) -> Iterator[int]:
    """Bring in all series, still empty."""
    desk.numbers.expect("series", desk.old.highest("series", "seriesid"))
    former, done = FormerMembers(desk), 0
    old = all_series(desk.old, read_vocabularies(desk.old))
    for part in Composer().in_parts(old, AT_ONCE, written):
        for each, summary in part:
            if not desk.numbers.is_known("series", each.number):
                _bring(desk, former, each, summary)
        done += len(part)
        yield done


def _bring(desk: Desk, former: FormerMembers, old: OldSeries, summary: Written) -> None:
    if desk.numbers.new("member", old.owner) is None:
        desk.note("series' owner is gone", "series", old.number, title=old.title, owner=old.owner)
    series = Series(
        pk=desk.numbers.give("series", old.number),
        title=old.title[:LONGEST_TITLE] or _("Untitled"),
        owner_id=former.pen_name(max(old.owner, 0)),
        mode=MODES.get(old.openness, Mode.CLOSED),
    )
    series.title_key = title_key(series.title, language=the_archive().language)
    series.summary_source, series.summary_html = summary
    desk.put([series])
    tags = tag_numbers(desk.numbers, old)
    desk.put(Tagging(series_id=series.pk, tag_id=tag) for tag in tags)


def bring_entries(desk: Desk) -> Iterator[int]:
    """Put stories and series into the series that hold them, in their order."""
    shelf, done = EntryShelf(desk), 0
    for done, entry in enumerate(Entries(desk.old).all(), start=1):
        shelf.file(entry)
        if done % AT_ONCE == 0:
            yield done
    yield done


class EntryShelf:
    """Numbers the entries of each series from 1, behind those that are there."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        last = SeriesItem.objects.order_by().values("series").annotate(last=Max("position"))
        self._last: dict[int, int] = dict(last.values_list("series", "last"))
        authors = desk.old.read("stories", columns=("sid", "uid"))
        self._authors = {row.whole("sid"): row.whole("uid") for row in authors}
        owners = desk.old.read("series", columns=("seriesid", "uid"))
        self._owners = {row.whole("seriesid"): row.whole("uid") for row in owners}

    def file(self, entry: OldEntry) -> None:
        """Give an entry its place, unless it came before."""
        numbers = self._desk.numbers
        series, story = numbers.new("series", entry.series), numbers.new("story", entry.story)
        sub_series = numbers.new("series", entry.sub_series)
        if series is None or (story is None and sub_series is None):
            return
        if numbers.is_known("series entry", entry.key):
            return
        if entry.waits:
            entry.row.say("entry of a series waits")
        self._last[series] = position = self._last.get(series, 0) + 1
        by = self._authors if entry.story else self._owners
        item = SeriesItem(
            pk=numbers.give("series entry", entry.key),
            series_id=series,
            story_id=story,
            sub_series_id=sub_series,
            position=position,
            added_by_id=numbers.new("member", by.get(entry.story or entry.sub_series, 0)),
            accepted_at=None if entry.waits else now(),
        )
        self._desk.put([item])
