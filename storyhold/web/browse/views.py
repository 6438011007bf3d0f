"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from storyhold.stories.access import stories_listed_for
from storyhold.stories.queries import first_page
from storyhold.tags.queries import kinds


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what there is to read now, and the ways into the archive."""
    context = {
        "lists": first_page(stories_listed_for(request.user)),
        "kinds": kinds(),
    }
    return render(request, "browse/home.html", context)
