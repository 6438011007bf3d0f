"""Finding a story by its rating."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from storyhold.freshness.pages import kept_for_guests
from storyhold.stories.access import stories_listed_for
from storyhold.stories.queries import counts_by_rating
from storyhold.tags.models import Rating
from storyhold.tags.queries import ratings as all_ratings
from storyhold.web.parts.listing.listing import listing


@require_safe
@kept_for_guests()
def ratings(request: HttpRequest) -> HttpResponse:
    """List the ratings, mildest first, each with the number of its stories."""
    counts = counts_by_rating(stories_listed_for(request.user))
    return render(request, "browse/ratings.html", {"ratings": all_ratings(), "counts": counts})


@require_safe
@kept_for_guests()
def rating(request: HttpRequest, rating: int) -> HttpResponse:
    """List the stories with a rating."""
    shown = get_object_or_404(Rating, pk=rating)
    found = stories_listed_for(request.user).filter(rating=shown)
    context = {"rating": shown, "listing": listing(request, found, sort="updated")}
    return render(request, "browse/rating.html", context)
