"""What an address asks for: a story, a series or an author."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from storyhold.accounts.access import pen_names_visible_to
from storyhold.bookmarks.models import Thing
from storyhold.series.access import series_visible_to
from storyhold.stories.access import stories_listed_for


def thing_or_404(request: HttpRequest, sort: str, pk: int) -> Thing:
    """Return the `story`, `series` or `author` with this number, if the viewer may see it."""
    if sort == "story":
        return get_object_or_404(stories_listed_for(request.user), pk=pk)
    if sort == "series":
        visible = series_visible_to(request.user).select_related("owner__member")
        return get_object_or_404(visible, pk=pk)
    return get_object_or_404(pen_names_visible_to(request.user), pk=pk)
