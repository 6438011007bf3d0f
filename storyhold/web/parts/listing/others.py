"""What else has the tags that are asked of stories: series and challenges."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import ngettext

from storyhold.accounts.queries import Viewer
from storyhold.archive.models import Archive
from storyhold.challenges.access import challenges
from storyhold.series.access import series_visible_to
from storyhold.stories.counting import how_many
from storyhold.stories.shelves import Shelf
from storyhold.web.parts.listing.asked import Asked, address
from storyhold.web.parts.listing.questions import TagAnswer, WithoutTagAnswer
from storyhold.web.parts.templatetags.numbers import grouped

Way = tuple[str, str]  # what there is, and where


def others_asked_for(viewer: Viewer, asked: Asked) -> list[Way]:
    """Return the ways to series and challenges that have the tags asked for; one query at most."""
    if not _is_about_tags(asked):
        return []
    series = with_same_tags(series_visible_to(viewer), asked)
    posed = with_same_tags(challenges(), asked)
    ends = address(_without_order(asked))
    return _ways(series, posed, reverse("series:list") + ends, reverse("challenges:list") + ends)


def others_on(viewer: Viewer, shelf: Shelf, asked: Asked) -> list[Way]:
    """Return the same within a tag: series also below it, challenges with this very tag."""
    if not _is_about_tags(asked):
        return []
    series = with_same_tags(tagged(series_visible_to(viewer), shelf.ids), asked)
    posed = with_same_tags(tagged(challenges(), [shelf.tag.pk]), asked)
    query = _without_order(asked)
    of_series = reverse("browse:tag_series", args=[shelf.tag.pk]) + address(query)
    query["tag"] = str(shelf.tag.pk)
    return _ways(series, posed, of_series, reverse("challenges:list") + address(query))


def with_same_tags(found: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    """Return those of series or challenges that have the tags asked of stories, and not the others.

    None where something is asked that only a story can answer, such as its length.
    """
    for _question, answer in asked.answered:
        if isinstance(answer, WithoutTagAnswer):
            found = found.exclude(pk__in=tagged(found.model.objects, answer.ids).values("pk"))
        elif isinstance(answer, TagAnswer):
            found = tagged(found, answer.ids)
        else:
            return found.none()
    return found


def tagged(found: Any, ids: Collection[int]) -> QuerySet[Any]:
    """Return those of series or challenges that have any of the tags."""
    tied = found.model.tags.through.objects.filter(tag__in=ids)
    having: QuerySet[Any] = found.filter(pk__in=tied.values(found.model._meta.model_name))
    return having


def _is_about_tags(asked: Asked) -> bool:
    answers = [answer for _question, answer in asked.answered]
    return bool(answers) and all(isinstance(answer, TagAnswer) for answer in answers)


def _without_order(asked: Asked) -> Any:
    query = asked.query()
    del query["sort"]
    return query


def _ways(series: QuerySet[Any], posed: QuerySet[Any], *addresses: str) -> list[Way]:
    # The archive is the one row that both can be counted beside.
    beside = Archive.objects.annotate(series=how_many(series), posed=how_many(posed))
    in_series, in_posed = beside.values_list("series", "posed").first() or (0, 0)
    words = (
        ngettext("%s series", "%s series", in_series) % grouped(in_series),
        ngettext("%s challenge", "%s challenges", in_posed) % grouped(in_posed),
    )
    counted = zip((in_series, in_posed), zip(words, addresses, strict=True), strict=True)
    return [way for count, way in counted if count]
