"""Profiles."""

from functools import partial

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from storyhold.bookmarks.access import public_bookmarks
from storyhold.bookmarks.queries import SORTS, counts_of
from storyhold.challenges.queries import challenges_listed
from storyhold.freshness.pages import kept_for_guests
from storyhold.reviews.queries import reviews_by
from storyhold.series.access import series_visible_to
from storyhold.series.queries import with_owners, with_tags
from storyhold.stories.access import stories_listed_for
from storyhold.stories.queries import signed_with
from storyhold.web.parts.listing.listing import listing
from storyhold.web.parts.series_cards import fill_cards
from storyhold.web.people.profile import PER_PAGE, profile_for


@require_safe
@kept_for_guests()
def profile(request: HttpRequest, pen_name: int) -> HttpResponse:
    """Show a pen name and the stories it signs, newest first."""
    shown = profile_for(request, pen_name)
    signed = signed_with(stories_listed_for(request.user), shown.pen_name)
    context = {
        "profile": shown,
        "listing": listing(
            request,
            signed,
            sort="newest",
            count=partial(shown.count_of, "profile"),
            tells_places=False,
        ),
        "current": "profile",
    }
    return render(request, "people/profile.html", context)


@require_safe
@kept_for_guests()
def series(request: HttpRequest, pen_name: int) -> HttpResponse:
    """Show the series a pen name keeps."""
    shown = profile_for(request, pen_name)
    kept = series_visible_to(request.user).filter(owner=shown.pen_name)
    found = with_tags(with_owners(kept).order_by("title_key", "pk"))
    page = shown.page("series", found, request.GET.get("page"))
    fill_cards(request.user, list(page))
    context = {"profile": shown, "page": page, "current": "series"}
    return render(request, "people/series.html", context)


@require_safe
@kept_for_guests()
def reviews(request: HttpRequest, pen_name: int) -> HttpResponse:
    """Show the reviews a pen name wrote, newest first."""
    shown = profile_for(request, pen_name)
    written = reviews_by(request.user, shown.pen_name)
    page = shown.page("reviews", written, request.GET.get("page"))
    context = {"profile": shown, "page": page, "current": "reviews"}
    return render(request, "people/reviews.html", context)


@require_safe
@kept_for_guests()
def challenges(request: HttpRequest, pen_name: int) -> HttpResponse:
    """Show the challenges a pen name posed."""
    shown = profile_for(request, pen_name)
    posed = challenges_listed(request.user).filter(posed_by=shown.pen_name)
    page = shown.page("challenges", posed, request.GET.get("page"))
    context = {"profile": shown, "page": page, "current": "challenges"}
    return render(request, "people/challenges.html", context)


@require_safe
@kept_for_guests()
def bookmarks(request: HttpRequest, pen_name: int, sort: str) -> HttpResponse:
    """Show the stories, series or authors that a pen name keeps in public."""
    shown = profile_for(request, pen_name)
    kept = public_bookmarks(request.user).filter(pen_name=shown.pen_name)
    counts = counts_of(kept)
    pages = Paginator(SORTS[sort](kept), PER_PAGE)
    vars(pages)["count"] = getattr(counts, sort)
    context = {
        "profile": shown,
        "page": pages.get_page(request.GET.get("page")),
        "current": "bookmarks",
        "counts": counts,
        "sort": sort,
    }
    return render(request, "people/bookmarks.html", context)
