"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from storyhold.blocks.contents import fill, has_stories
from storyhold.blocks.models import Column, Place
from storyhold.blocks.queries import blocks_in
from storyhold.freshness.pages import kept_for_guests
from storyhold.stories.access import stories_listed_for
from storyhold.web.parts.remembering import reading_on


@require_safe
@kept_for_guests()
def home(request: HttpRequest) -> HttpResponse:
    """Show what there is to read now, and the ways into the archive."""
    shown = fill(blocks_in(Place.FRONT), request.user)
    context = {
        "main": [each for each in shown if each.block.column == Column.MAIN],
        "side": [each for each in shown if each.block.column == Column.SIDE],
        "reading_on": reading_on(request),
        "has_stories": has_stories(shown) or stories_listed_for(request.user).exists(),
    }
    return render(request, "browse/home.html", context)
