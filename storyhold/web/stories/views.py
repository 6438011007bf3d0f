"""A story's title page, its whole text on one page, and the gate before it."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from storyhold.accounts.actions import confirm_age
from storyhold.accounts.models import Member
from storyhold.challenges.queries import challenges_answered_by
from storyhold.freshness.pages import kept_for_guests
from storyhold.prose.numbering import with_prefix
from storyhold.series.queries import places_of
from storyhold.stories.access import chapters_visible_to, is_author, stories_visible_to
from storyhold.stories.models import Chapter, Story
from storyhold.stories.queries import (
    chapters_listed,
    chapters_with_text,
    contributors_among,
    for_byline,
    for_listing,
)
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.gates import gate_page, remember_passed, stop_before
from storyhold.web.parts.look.chosen import opens_on_contents
from storyhold.web.parts.readers import count_read
from storyhold.web.parts.remembering import Remembered, note_opened, remembered_of
from storyhold.web.parts.reviewing import reviews_under
from storyhold.web.parts.ties import ties_to_story
from storyhold.web.parts.views import is_from_our_own_page, way_back


@require_safe
@kept_for_guests(story="story")
def story_page(request: HttpRequest, story: int) -> HttpResponse:
    """Show the title page; under it the contents, or the text of a story of one chapter."""
    shown = get_object_or_404(for_listing(stories_visible_to(request.user)), pk=story)
    stop = stop_before(request, shown)
    if stop and stop.is_for_members:
        return gate_page(request, stop, shown)
    chapters = chapters_listed(chapters_visible_to(request.user), shown)
    only = chapters[0] if len(chapters) == 1 else None
    ties = ties_to_story(request, shown)
    remembered = remembered_of(request, ties, chapters, only)
    context = {
        "story": shown,
        "chapters": chapters,
        "contributors": contributors_among(chapters, shown),
        "places": places_of(request.user, shown),
        "challenges": challenges_answered_by(shown),
        "canonical": absolute(request, shown.get_absolute_url()),
        "ties": ties,
        "may_edit": is_author(request.user, shown),
        "remembered": remembered,
    }
    if len(chapters) != 1 or opens_on_contents(request):
        return render(request, "stories/story.html", context)
    context |= {"chapter": chapters[0], "stop": stop}
    if stop is None:
        context |= _text_of(request, shown, chapters[0], remembered)
    return render(request, "stories/short_story.html", context)


def _text_of(
    request: HttpRequest, story: Story, chapter: Chapter, remembered: Remembered | None
) -> dict[str, object]:
    count_read(request, story, chapter)
    note_opened(request, chapter, remembered)
    reviews = reviews_under(request, story, chapter)
    return {"html": chapter.text.html, "reviews": reviews}


@require_safe
@kept_for_guests(story="story")
def whole(request: HttpRequest, story: int) -> HttpResponse:
    """Show all chapters on one page."""
    return _all_text(request, story, "stories/whole.html")


@require_safe
@kept_for_guests(story="story")
def print_story(request: HttpRequest, story: int) -> HttpResponse:
    """Show all chapters on one page, for paper."""
    return _all_text(request, story, "stories/print.html")


def _all_text(request: HttpRequest, story: int, template: str) -> HttpResponse:
    shown = get_object_or_404(for_byline(stories_visible_to(request.user)), pk=story)
    stop = stop_before(request, shown)
    if stop:
        return gate_page(request, stop, shown)
    chapters = chapters_with_text(chapters_visible_to(request.user), shown)
    if not chapters:
        raise Http404
    count_read(request, shown)
    # Paragraphs are numbered within a chapter; on one page each needs a name of its own.
    texts = [(each, with_prefix(each.text.html, f"c{each.number}-")) for each in chapters]
    canonical = absolute(request, shown.get_absolute_url())
    context = {
        "story": shown,
        "texts": texts,
        "canonical": canonical,
        "remembered": remembered_of(request, ties_to_story(request, shown), chapters),
    }
    return render(request, template, context)


# Exempt because guests' pages are the same for everyone and so carry no token. All a forged request
# could do is to open a gate that a click opens, and `is_from_our_own_page` refuses even that.
@csrf_exempt
@require_POST
def pass_gate(request: HttpRequest, story: int) -> HttpResponse:
    """Remember that the reader accepts the warning or is of age, and go back to the text."""
    if not is_from_our_own_page(request):
        return HttpResponseForbidden()
    shown = get_object_or_404(for_byline(stories_visible_to(request.user)), pk=story)
    # By its number: the title of a story for members only is nothing for guests.
    page = reverse("stories:story", args=[shown.pk])
    response = redirect(way_back(request, otherwise=page))
    if shown.rating:
        remember_passed(request, response, shown.rating)
        if shown.rating.must_confirm_age and isinstance(request.user, Member):
            confirm_age(request.user)
    return response
