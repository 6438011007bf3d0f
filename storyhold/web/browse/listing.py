"""A listing of stories as the reader asked for it: sorted, at a letter, on a page."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from storyhold.common.alphabet import in_order
from storyhold.stories.models import Story
from storyhold.stories.queries import for_listing, letters_of, sorted_by

STORIES_ON_A_PAGE = 25

SORT_NAMES = {
    "title": _("Title"),
    "newest": _("Newest"),
    "updated": _("Updated"),
    "words": _("Longest"),
    "reviews": _("Most reviewed"),
}


@dataclass(frozen=True)
class Listing:
    """One page of stories, and the ways to the others."""

    page: Page[Story]
    sort: str
    sorts: list[tuple[str, Promise, str]]  # key, name, address
    letter: str = ""
    letters: list[tuple[str, str]] | None = None  # letter, address or ''


def listing(request: HttpRequest, stories: QuerySet[Story], *, sort: str) -> Listing:
    """Return the page that was asked for; `sort` is for those who ask for no order.

    Four queries. What nobody can read in an address (`?page=x`) counts as not said.
    """
    chosen = _sort_asked_for(request, default=sort)
    return Listing(
        page=_page(request, sorted_by(stories, chosen)),
        sort=chosen,
        sorts=[(key, name, _address(sort=key)) for key, name in SORT_NAMES.items()],
    )


def alphabet(request: HttpRequest, stories: QuerySet[Story], *, sort: str) -> Listing:
    """Return a listing with a letter bar; `?letter=B` shows the stories under it. Five queries."""
    there = letters_of(stories)
    asked = request.GET.get("letter", "")
    letter = asked if asked in there else ""
    chosen = _sort_asked_for(request, default=sort)
    at_letter = stories.filter(letter=letter) if letter else stories
    return Listing(
        page=_page(request, sorted_by(at_letter, chosen)),
        sort=chosen,
        sorts=[(key, name, _address(letter=letter, sort=key)) for key, name in SORT_NAMES.items()],
        letter=letter,
        letters=[
            (each, _address(letter=each, sort=chosen) if has_stories else "")
            for each, has_stories in in_order(there)
        ],
    )


def _sort_asked_for(request: HttpRequest, *, default: str) -> str:
    asked = request.GET.get("sort", "")
    return asked if asked in SORT_NAMES else default


def _page(request: HttpRequest, stories: QuerySet[Story]) -> Page[Story]:
    pages = Paginator(for_listing(stories), STORIES_ON_A_PAGE)
    return pages.get_page(request.GET.get("page"))


def _address(**query: str) -> str:
    return "?" + urlencode({name: value for name, value in query.items() if value})
