"""Finding stories by their words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from storyhold.search.queries import passages
from storyhold.stories.access import stories_listed_for
from storyhold.web.parts.gates import passed_by
from storyhold.web.parts.listing.listing import Listing, listing
from storyhold.web.parts.listing.sorts import BEST


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show the stories that have the words asked for, each with the place where they stand."""
    found = listing(request, stories_listed_for(request.user), sort=BEST)
    _tell_passages(request, found)
    return render(request, "search/search.html", {"listing": found})


def _tell_passages(request: HttpRequest, found: Listing) -> None:
    """Give each story, as `passage`, where in its text the words stand, for its blurb."""
    words = found.asked.words
    if words is None or not words.is_about_texts:
        return
    shown = passages(words.asked, list(found.page), request.user, passed_by(request))
    for story in found.page:
        vars(story)["passage"] = shown.get(story.pk)
