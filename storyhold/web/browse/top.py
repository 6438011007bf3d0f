"""Top lists: the longest stories, the largest series, the most prolific authors, and their like."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from storyhold.accounts.access import pen_names_visible_to
from storyhold.accounts.queries import Viewer
from storyhold.archive.queries import the_archive
from storyhold.bookmarks.queries import most_kept_authors, most_kept_series
from storyhold.freshness.pages import kept_for_guests
from storyhold.reviews.of_series import most_reviewed_of
from storyhold.reviews.queries import most_active_reviewers
from storyhold.series.access import series_visible_to
from storyhold.series.holdings import by_size, holdings_of
from storyhold.stories.access import stories_listed_for
from storyhold.stories.top import most_prolific, top_stories
from storyhold.web.parts.templatetags.numbers import (
    kept_as,
    kudos,
    reads,
    reviews,
    stories,
    words,
)

ON_THE_OVERVIEW = 10
ON_ITS_OWN = 100

Ranked = Sequence[tuple[Any, int]]  # stories, series or pen names, each with its number


def _kept(number: int) -> str:
    return kept_as(number, the_archive().kept_word)


@dataclass(frozen=True)
class Kind:
    """What a list is called, and how its numbers are said."""

    title: Promise
    say: Callable[[int], str]


@dataclass(frozen=True)
class Top:
    """A list: each thing on it with its number in words."""

    key: str
    title: Promise
    entries: list[tuple[Any, str]]


STORIES = {
    "longest": Kind(_("Longest stories"), words),
    "shortest": Kind(_("Shortest stories"), words),
    "most-read": Kind(_("Most read stories"), reads),
    "most-reviewed": Kind(_("Most reviewed stories"), reviews),
    "most-kept": Kind(_("Stories most readers keep"), _kept),
    "most-kudos": Kind(_("Stories with most kudos"), kudos),
}
SERIES = {
    "largest-series": Kind(_("Largest series"), stories),
    "smallest-series": Kind(_("Smallest series"), stories),
    "most-reviewed-series": Kind(_("Most reviewed series"), reviews),
    "most-kept-series": Kind(_("Series most readers keep"), _kept),
}
OF_REVIEWS = ("most-reviewed", "most-reviewed-series", "reviewers")
PEOPLE = {
    "authors": Kind(_("Most prolific authors"), stories),
    "reviewers": Kind(_("Most active reviewers"), reviews),
    "most-kept-authors": Kind(_("Authors most readers keep"), _kept),
}


@require_safe
@kept_for_guests()
def overview(request: HttpRequest) -> HttpResponse:
    """Show the first ten of every list."""
    tops = [
        _told(key, kind, ranked[key])
        for kinds, rank in GROUPS
        for ranked in [rank(request.user, ON_THE_OVERVIEW)]
        for key, kind in kinds.items()
        if not _is_left_out(key)
    ]
    return render(request, "browse/tops.html", {"tops": tops})


@require_safe
@kept_for_guests()
def one(request: HttpRequest, key: str) -> HttpResponse:
    """Show the first hundred of one list."""
    for kinds, rank in GROUPS:
        if key in kinds and not _is_left_out(key):
            top = _told(key, kinds[key], rank(request.user, ON_ITS_OWN)[key])
            return render(request, "browse/top.html", {"top": top})
    raise Http404


def _told(key: str, kind: Kind, ranked: Ranked) -> Top:
    return Top(key, kind.title, [(thing, kind.say(number)) for thing, number in ranked])


def _is_left_out(key: str) -> bool:
    """Whether the house rules leave nothing of a list."""
    archive = the_archive()
    if key == "most-kudos":
        return not archive.has_kudos
    return key in OF_REVIEWS and not archive.has_reviews


def _of_stories(viewer: Viewer, most: int) -> Mapping[str, Ranked]:
    return top_stories(stories_listed_for(viewer), most=most)


def _of_series(viewer: Viewer, most: int) -> Mapping[str, Ranked]:
    visible = series_visible_to(viewer)
    shown = list(visible.only("title"))
    holdings = holdings_of(viewer, shown)
    return {
        "largest-series": by_size(shown, holdings, largest_first=True)[:most],
        "smallest-series": by_size(shown, holdings, largest_first=False)[:most],
        "most-reviewed-series": most_reviewed_of(shown, holdings)[:most],
        "most-kept-series": most_kept_series(visible, most=most),
    }


def _of_people(viewer: Viewer, most: int) -> Mapping[str, Ranked]:
    return {
        "authors": most_prolific(viewer, most=most),
        "reviewers": most_active_reviewers(viewer, most=most),
        "most-kept-authors": most_kept_authors(pen_names_visible_to(viewer), most=most),
    }


GROUPS: list[tuple[Mapping[str, Kind], Callable[[Viewer, int], Mapping[str, Ranked]]]] = [
    (STORIES, _of_stories),
    (SERIES, _of_series),
    (PEOPLE, _of_people),
]
