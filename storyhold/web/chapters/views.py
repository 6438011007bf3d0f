"""Reading a chapter."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from storyhold.freshness.pages import kept_for_guests
from storyhold.stories.access import chapters_visible_to
from storyhold.stories.queries import ChapterToRead, chapter_to_read
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.gates import gate_page, stop_before
from storyhold.web.parts.readers import count_read
from storyhold.web.parts.remembering import note_opened, remembered_of
from storyhold.web.parts.reviewing import reviews_under
from storyhold.web.parts.ties import ties_to_story


@require_safe
@kept_for_guests(story="story")
def read(request: HttpRequest, story: int, number: int) -> HttpResponse:
    """Show a chapter with its notes, the way to its neighbors, and its reviews."""
    found = _chapter_or_404(request, story, number)
    stop = stop_before(request, found.chapter.story)
    if stop:
        return gate_page(request, stop, found.chapter.story)
    count_read(request, found.chapter.story, found.chapter)
    context = _shown(request, found)
    ties = ties_to_story(request, found.chapter.story)
    remembered = remembered_of(request, ties, found.chapters, found.chapter)
    note_opened(request, found.chapter, remembered)
    context |= {"ties": ties, "remembered": remembered}
    context["reviews"] = reviews_under(request, found.chapter.story, found.chapter)
    return render(request, "chapters/chapter.html", context)


@require_safe
@kept_for_guests(story="story")
def print_chapter(request: HttpRequest, story: int, number: int) -> HttpResponse:
    """Show a chapter alone, for paper."""
    found = _chapter_or_404(request, story, number)
    stop = stop_before(request, found.chapter.story)
    if stop:
        return gate_page(request, stop, found.chapter.story)
    count_read(request, found.chapter.story, found.chapter)
    return render(request, "chapters/print.html", _shown(request, found))


@require_safe
def permanent(request: HttpRequest, chapter: int) -> HttpResponse:
    """Lead to where the chapter stands now; its number changes when chapters are moved."""
    return redirect(get_object_or_404(chapters_visible_to(request.user), pk=chapter))


def _chapter_or_404(request: HttpRequest, story: int, number: int) -> ChapterToRead:
    found = chapter_to_read(request.user, story, number)
    if found is None:
        raise Http404
    return found


def _shown(request: HttpRequest, found: ChapterToRead) -> dict[str, object]:
    story, chapter = found.chapter.story, found.chapter
    # A story of one chapter is read on its title page.
    home = chapter if len(found.chapters) > 1 else story
    return {
        "found": found,
        "story": story,
        "chapter": chapter,
        "canonical": absolute(request, home.get_absolute_url()),
        "whole": reverse("stories:whole", args=[story.pk]) if len(found.chapters) > 1 else "",
    }
