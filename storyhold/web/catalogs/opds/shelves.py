"""Series of the catalog, and what a member keeps and follows."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from storyhold.accounts.models import Member
from storyhold.bookmarks.access import bookmarks_editable_by, subscriptions_of
from storyhold.freshness.pages import kept_for_guests
from storyhold.reading.models import Shelf
from storyhold.reading.queries import shelf_of
from storyhold.series.access import series_visible_to
from storyhold.series.queries import with_numbers
from storyhold.stories.access import stories_listed_for
from storyhold.stories.queries import for_listing
from storyhold.web.catalogs.opds.answers import written
from storyhold.web.catalogs.opds.catalog import Catalog, Way, at
from storyhold.web.catalogs.opds.stories import listed
from storyhold.web.parts.e_readers import open_to_e_readers, sign_in_first
from storyhold.web.parts.keeping import kept_words
from storyhold.web.parts.listing.places import tell_places

ON_A_PAGE = 50


@require_safe
@kept_for_guests()
@open_to_e_readers
def all_series(request: HttpRequest) -> HttpResponse:
    """List the series, A to Z."""
    visible = with_numbers(request.user, series_visible_to(request.user))
    pages = Paginator(visible.order_by("title_key", "pk"), ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    ways = [
        Way(each.title, at(request, "series", each.pk), each.owner.name, count=each.items_seen)
        for each in page
    ]
    return written(request, Catalog(_("Series"), ways=ways, page=page))


@require_safe
@kept_for_guests()
@open_to_e_readers
def series(request: HttpRequest, series: int) -> HttpResponse:
    """List the stories of a series in its order."""
    shown = get_object_or_404(series_visible_to(request.user), pk=series)
    held = stories_listed_for(request.user).filter(
        series_items__series=shown, series_items__accepted_at__isnull=False
    )
    pages = Paginator(for_listing(held.order_by("series_items__position")), ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    stories = list(page)
    tell_places(request.user, stories)
    return written(request, Catalog(shown.title, stories=stories, page=page))


# The ids of the stories on a shelf of a member.
Stories = Callable[[Member], QuerySet[Any]]


def _kept(member: Member) -> QuerySet[Any]:
    return bookmarks_editable_by(member).filter(story__isnull=False).order_by().values("story")


def _followed(member: Member) -> QuerySet[Any]:
    return subscriptions_of(member).filter(story__isnull=False).order_by().values("story")


def _remembered(shelf: str) -> Stories:
    return lambda member: shelf_of(member, shelf).order_by().values("pk")


SHELVES: dict[str, Stories] = {
    "kept": _kept,
    "followed": _followed,
    **{shelf.value: _remembered(shelf) for shelf in Shelf},
}


def _name_of(shelf: str) -> str:
    if shelf == "kept":
        return str(kept_words().heading)
    return _("What I follow") if shelf == "followed" else str(Shelf(shelf).label)


@require_safe
@open_to_e_readers
def mine(request: HttpRequest) -> HttpResponse:
    """List a member's shelves; ask others to sign in."""
    if not isinstance(request.user, Member):
        return sign_in_first(request)
    ways = [Way(_name_of(shelf), at(request, "shelf", shelf)) for shelf in SHELVES]
    return written(request, Catalog(_("My shelves"), ways=ways))


@require_safe
@open_to_e_readers
def shelf(request: HttpRequest, shelf: str) -> HttpResponse:
    """List the stories on a member's shelf, those lately updated first."""
    if not isinstance(request.user, Member):
        return sign_in_first(request)
    if shelf not in SHELVES:
        raise Http404
    on_it = stories_listed_for(request.user).filter(pk__in=SHELVES[shelf](request.user))
    return listed(request, on_it, title=_name_of(shelf), sort="updated")
