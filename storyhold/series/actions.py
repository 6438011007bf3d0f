"""Keeping series."""

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import now

from storyhold.accounts.models import PenName
from storyhold.archive.queries import the_archive
from storyhold.common.alphabet import title_key
from storyhold.notices.actions import tell, withdraw
from storyhold.prose.canonical import guess_format, short_html
from storyhold.prose.one_line import one_line
from storyhold.series.access import may_begin_series
from storyhold.series.models import Mode, Series, SeriesItem
from storyhold.series.refusals import (
    IsInSeriesAlready,
    MayNotBeginSeries,
    SeriesIsClosed,
    SeriesIsGone,
    SeriesTitleIsMissing,
    SeriesWouldHoldItself,
)
from storyhold.series.signals import story_placed
from storyhold.stories.models import Story
from storyhold.tags.actions import ChosenTags, give_tags


@transaction.atomic
def create_series(
    *, title: str, summary: str, mode: str, by: PenName, tags: ChosenTags | None = None
) -> Series:
    """Begin an empty series. Raises `MayNotBeginSeries`, and as `change_series` does."""
    if not may_begin_series(by.member):
        raise MayNotBeginSeries
    series = Series(owner=by)
    change_series(series, title=title, summary=summary, mode=mode, tags=tags)
    return series


@transaction.atomic
def change_series(
    series: Series, *, title: str, summary: str, mode: str, tags: ChosenTags | None = None
) -> None:
    """Save what the owner says about the series; without `tags`, it keeps those it has.

    Raises `SeriesTitleIsMissing`, `SeriesIsGone`, and what `tags.actions.give_tags` refuses.
    """
    if series.pk:
        _wait_for(series)
    series.title = one_line(title)
    if not series.title:
        raise SeriesTitleIsMissing
    series.title_key = title_key(series.title, language=the_archive().language)
    series.summary_source = summary
    series.summary_html = short_html(summary, format=guess_format(summary))
    series.mode = mode
    series.save()
    if tags is not None:
        give_tags(series, tags, may_lack=True)


@transaction.atomic
def delete_series(series: Series) -> None:
    """Remove a series; the stories in it stay."""
    waiting = list(series.items.values_list("pk", flat=True))
    series.delete()
    withdraw(*(f"{kind}:{pk}" for pk in waiting for kind in ("suggestion", "accepted")))


@transaction.atomic
def add_story(series: Series, story: Story, *, by: PenName) -> SeriesItem:
    """Put a story at the end, or suggest it where the owner decides.

    Raises `SeriesIsClosed`, `IsInSeriesAlready` or `SeriesIsGone`.
    """
    _wait_for(series)
    if series.items.filter(story=story).exists():
        raise IsInSeriesAlready(title=story.title)
    return _place(SeriesItem(series=series, story=story), by=by)


@transaction.atomic
def add_series(series: Series, sub_series: Series, *, by: PenName) -> SeriesItem:
    """Put a whole series into another. Raises as `add_story`, and `SeriesWouldHoldItself`."""
    _wait_for(series)
    if series.items.filter(sub_series=sub_series).exists():
        raise IsInSeriesAlready(title=sub_series.title)
    if series.pk in _held_by(sub_series):
        raise SeriesWouldHoldItself(title=sub_series.title)
    return _place(SeriesItem(series=series, sub_series=sub_series), by=by)


def _wait_for(series: Series) -> None:
    """Let one after the other change the series; it may have been deleted in another tab."""
    if Series.objects.select_for_update().filter(pk=series.pk).first() is None:
        raise SeriesIsGone


def _place(item: SeriesItem, *, by: PenName) -> SeriesItem:
    series = item.series
    is_owner = series.owner.member_id == by.member_id
    if series.mode == Mode.CLOSED and not is_owner:
        raise SeriesIsClosed(title=series.title)
    last = series.items.aggregate(last=Max("position"))["last"] or 0
    is_accepted = is_owner or series.mode == Mode.OPEN
    item.position, item.added_by = last + 1, by
    item.accepted_at = now() if is_accepted else None
    item.save()
    if is_accepted:
        _announce(item)
    else:
        _tell(series.owner, "suggestion", item)
    return item


def _announce(item: SeriesItem) -> None:
    if item.story:
        story_placed.send(SeriesItem, item=item)


def _tell(pen_name: PenName, kind: str, item: SeriesItem) -> None:
    about, series = f"{kind}:{item.pk}", item.series
    facts = {"title": item.title, "series": series.title}
    tell([pen_name.member], kind, about=about, path=series.get_absolute_url(), **facts)


def _held_by(series: Series) -> set[int]:
    """Return the ids of the series and of all series inside it, however deep."""
    found, layer = {series.pk}, {series.pk}
    while layer:
        inside = SeriesItem.objects.filter(series__in=layer, sub_series__isnull=False)
        layer = set(inside.values_list("sub_series", flat=True)) - found
        found |= layer
    return found


@transaction.atomic
def accept_item(item: SeriesItem) -> None:
    """Give a suggestion its place; one taken back a moment ago has none."""
    item.accepted_at = now()
    waiting = SeriesItem.objects.filter(pk=item.pk, accepted_at=None)
    if waiting.update(accepted_at=item.accepted_at):
        withdraw(f"suggestion:{item.pk}")
        _announce(item)
        if item.added_by:
            _tell(item.added_by, "accepted", item)


@transaction.atomic
def remove_item(item: SeriesItem) -> None:
    """Take something out of a series, or turn a suggestion down."""
    withdraw(f"suggestion:{item.pk}", f"accepted:{item.pk}")
    item.delete()


@transaction.atomic
def move_item(item: SeriesItem, *, to: int) -> None:
    """Move an item to place `to`, from 1; a number beyond the end means the end."""
    # The row first: of two moves at once, the second sees what the first has done.
    Series.objects.select_for_update().filter(pk=item.series_id).first()
    places = SeriesItem.objects.filter(series=item.series_id)
    order = [pk for pk in places.values_list("pk", flat=True) if pk != item.pk]
    order.insert(max(0, min(to - 1, len(order))), item.pk)
    for position, pk in enumerate(order, start=1):
        SeriesItem.objects.filter(pk=pk).update(position=position)
