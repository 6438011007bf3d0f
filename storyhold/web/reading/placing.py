"""Where a member stopped: noted by our script, put back by a button, and the way there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from storyhold.reading.actions import placing
from storyhold.reading.queries import progress_in, way_on
from storyhold.stories.access import chapters_visible_to, stories_visible_to
from storyhold.stories.models import Chapter
from storyhold.stories.queries import chapters_listed
from storyhold.web.parts.kept import signed_in, the_member
from storyhold.web.reading.forms import SpotForm


@require_POST
@signed_in
def place(request: HttpRequest, chapter: int) -> HttpResponse:
    """Note a paragraph, if it is further on than what is known."""
    found = _chapter_or_404(request, chapter)
    form = SpotForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    member = the_member(request)
    known = progress_in(found.story_id, member=member)
    placing.note_place(found, form.spot(), by=member, known=known)
    return HttpResponse(status=204)


@require_POST
@signed_in
def start_here(request: HttpRequest, chapter: int) -> HttpResponse:
    """Put the place at the head of this chapter, and go there."""
    found = _chapter_or_404(request, chapter)
    placing.start_here(found, by=the_member(request))
    return redirect(found)


@require_safe
def read_on(request: HttpRequest, story: int) -> HttpResponse:
    """Lead a member to where they stopped, and everybody else to the story."""
    shown = get_object_or_404(stories_visible_to(request.user), pk=story)
    if not request.user.is_authenticated:
        # By its number: the title of a story for members only is nothing for guests.
        return redirect("stories:story", shown.pk)
    progress = progress_in(shown.pk, member=the_member(request))
    chapters = chapters_listed(chapters_visible_to(request.user), shown)
    way = way_on(progress, chapters) if progress else None
    return redirect(way.address if way else shown.get_absolute_url())


def _chapter_or_404(request: HttpRequest, chapter: int) -> Chapter:
    visible = chapters_visible_to(request.user).select_related("story")
    return get_object_or_404(visible, pk=chapter)
