"""Writing the next chapter of a story."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from storyhold.accounts.models import PenName
from storyhold.common.refusal import Refusal
from storyhold.stories.access import chapters_visible_to, is_author
from storyhold.stories.actions.at_once import add_and_publish_chapter
from storyhold.stories.actions.writing import add_chapter, preview_chapter
from storyhold.stories.models import Chapter, Story
from storyhold.stories.queries import next_number, signature_of
from storyhold.stories.refusals import StaysADraft
from storyhold.web.desk.bringing import file_first, take_file
from storyhold.web.desk.device import copy_key, saved
from storyhold.web.desk.doors import form_at, story_to_write_on, the_member, while_open
from storyhold.web.desk.forms import ChapterForm, ContributionForm
from storyhold.web.desk.words import (
    say_that_chapter_is_published,
    say_that_chapter_is_saved,
    say_that_it_stays_a_draft,
)
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields, signed_in
from storyhold.web.parts.refused import add_refusal


@signed_in
@form_at("new_chapter")
@gives_back(ChapterForm)
def go_on(request: HttpRequest, story: int) -> HttpResponse:
    """Show everything that was typed once more, with the text of a file if one came along."""
    found = story_to_write_on(request, story)
    form = _form(request, found, request.POST)
    return _page(request, found, form, status=take_file(request, form))


@signed_in
@file_first(go_on)
@while_open
@gives_back(ChapterForm)
def write(request: HttpRequest, story: int) -> HttpResponse:
    """Show the empty page; or keep what was written as a draft."""
    found = story_to_write_on(request, story)
    if request.method == "POST":
        return _write(request, found, add_chapter, say_that_chapter_is_saved)
    return _page(request, found, _form(request, found, kept_fields(request)))


@signed_in
@file_first(go_on)
@form_at("new_chapter")
@gives_back(ChapterForm)
def publish(request: HttpRequest, story: int) -> HttpResponse:
    """Keep what was written and make it public, and its story with it."""
    found = story_to_write_on(request, story)
    return _write(request, found, add_and_publish_chapter, say_that_chapter_is_published)


@signed_in
@file_first(go_on)
@form_at("new_chapter")
@gives_back(ChapterForm)
def preview(request: HttpRequest, story: int) -> HttpResponse:
    """Show the chapter as readers will see it. Nothing is saved."""
    found = story_to_write_on(request, story)
    form = _form(request, found, request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    chapter = Chapter(story=found, number=next_number(chapters_visible_to(request.user), found))
    try:
        html = preview_chapter(chapter, form.draft())
    except Refusal as refusal:
        add_refusal(form, refusal)
        return _page(request, found, form, status=422)
    # As it will be, once the drafts before it are public too. Not saved.
    found.chapter_count = max(found.chapter_count + 1, chapter.number)
    context = {"story": found, "chapter": chapter, "html": html, "form": form}
    return render(request, "desk/preview.html", _addresses(request, found) | context)


def _write(
    request: HttpRequest,
    story: Story,
    deed: Callable[..., Chapter],
    say_so: Callable[[HttpRequest, Chapter], None],
) -> HttpResponse:
    form = _form(request, story, request.POST)
    if form.is_valid():
        try:
            chapter = deed(
                story,
                form.draft(),
                by=the_member(request),
                signed_by=_signature(request, form, story),
            )
        except StaysADraft as refusal:
            say_that_it_stays_a_draft(request, refusal)
            return _saved(request, redirect("desk:chapter", refusal.chapter.pk), story)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            say_so(request, chapter)
            return _saved(request, redirect("desk:story", story.pk), story)
    return _page(request, story, form, status=422)


def _saved(request: HttpRequest, response: HttpResponse, story: Story) -> HttpResponse:
    return saved(response, request, reverse("desk:new_chapter", args=[story.pk]))


def _form(request: HttpRequest, story: Story, typed: Any) -> ChapterForm:
    if is_author(request.user, story):
        return ChapterForm(typed, language=story.language)
    return ContributionForm(typed, language=story.language, member=the_member(request))


def _signature(request: HttpRequest, form: ChapterForm, story: Story) -> PenName:
    if isinstance(form, ContributionForm):
        return form.pen_name()
    return signature_of(the_member(request), story)


def _page(
    request: HttpRequest, story: Story, form: ChapterForm, *, status: int = 200
) -> HttpResponse:
    context = _addresses(request, story) | {"story": story, "form": form}
    return render(request, "desk/new_chapter.html", context, status=status)


def _addresses(request: HttpRequest, story: Story) -> dict[str, Any]:
    here = reverse("desk:new_chapter", args=[story.pk])
    return {
        "form_page": here,
        "copy_key": copy_key(request, here),
        "save": here,
        "publish": reverse("desk:new_chapter_publish", args=[story.pk]),
        "preview": reverse("desk:new_chapter_preview", args=[story.pk]),
        "go_on": reverse("desk:new_chapter_go_on", args=[story.pk]),
    }
