"""Beginning a story: all of it and its first chapter on one page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from storyhold.accounts.models import PenName
from storyhold.common.languages import direction_of_language
from storyhold.common.refusal import Refusal
from storyhold.pages.queries import rules_for_authors
from storyhold.prose.canonical import short_html
from storyhold.stories.actions.at_once import begin_and_publish_story, begin_story
from storyhold.stories.actions.forbidding import summary_as_shown
from storyhold.stories.actions.writing import preview_chapter
from storyhold.stories.models import Chapter, Story
from storyhold.stories.refusals import StaysADraft
from storyhold.tags.models import Rating
from storyhold.web.desk.bringing import file_first, take_file
from storyhold.web.desk.device import copy_key, saved
from storyhold.web.desk.doors import form_at, the_member, while_open
from storyhold.web.desk.forms import BeginningForm
from storyhold.web.desk.words import (
    say_that_it_stays_a_draft,
    say_that_story_is_published,
    say_that_story_is_saved,
)
from storyhold.web.parts.kept import kept_fields, signed_in
from storyhold.web.parts.refused import add_refusal


@signed_in
@form_at("new")
def go_on(request: HttpRequest) -> HttpResponse:
    """Show everything that was typed once more, with the text of a file if one came along."""
    form = BeginningForm(request.POST, member=the_member(request))
    return _page(request, form, status=take_file(request, form))


@signed_in
@file_first(go_on)
@while_open
def begin(request: HttpRequest) -> HttpResponse:
    """Show the empty page; or keep what was written as a draft."""
    if request.method == "POST":
        return _write(request, begin_story, say_that_story_is_saved)
    return _page(request, BeginningForm(kept_fields(request), member=the_member(request)))


@signed_in
@file_first(go_on)
@form_at("new")
def publish(request: HttpRequest) -> HttpResponse:
    """Keep what was written and make it public."""
    return _write(request, begin_and_publish_story, say_that_story_is_published)


@signed_in
@file_first(go_on)
@form_at("new")
def preview(request: HttpRequest) -> HttpResponse:
    """Show the chapter as readers will see it. Nothing is saved."""
    form = BeginningForm(request.POST, member=the_member(request))
    if not form.is_valid():
        return _page(request, form, status=422)
    chapter = Chapter(number=1)
    try:
        html = preview_chapter(chapter, form.draft())
    except Refusal as refusal:
        add_refusal(form, refusal)
        return _page(request, form, status=422)
    context = {"story": StoryAsTyped.in_form(form), "chapter": chapter, "html": html}
    return render(request, "desk/preview.html", _addresses(request) | context | {"form": form})


def _write(
    request: HttpRequest,
    deed: Callable[..., Chapter],
    say_so: Callable[[HttpRequest, Story], None],
) -> HttpResponse:
    form = BeginningForm(request.POST, member=the_member(request))
    if form.is_valid():
        try:
            chapter = deed(form.details(), form.draft(), by=form.pen_name())
        except StaysADraft as refusal:
            say_that_it_stays_a_draft(request, refusal)
            return _saved(request, redirect("desk:chapter", refusal.chapter.pk))
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            say_so(request, chapter.story)
            return _saved(request, redirect("desk:story", chapter.story_id))
    return _page(request, form, status=422)


def _saved(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    return saved(response, request, reverse("desk:new"))


def _page(request: HttpRequest, form: BeginningForm, *, status: int = 200) -> HttpResponse:
    context = _addresses(request) | {"form": form, "rules": rules_for_authors(request.user)}
    return render(request, "desk/new.html", context, status=status)


def _addresses(request: HttpRequest) -> dict[str, Any]:
    here = reverse("desk:new")
    return {
        "form_page": here,
        "copy_key": copy_key(request, here),
        "save": here,
        "publish": reverse("desk:new_publish"),
        "preview": reverse("desk:new_preview"),
        "go_on": reverse("desk:new_go_on"),
    }


@dataclass(frozen=True)
class StoryAsTyped:
    """What the parts of a reading page ask of a story, for one that does not exist yet."""

    title: str
    language: str
    rating: Rating | None
    summary_html: str
    notes_html: str
    authors_shown: list[PenName]
    chapter_count: int = 1
    get_absolute_url: str = "#main"

    @classmethod
    def in_form(cls, form: BeginningForm) -> "StoryAsTyped":
        """Return the story of a form that has been checked."""
        typed = form.cleaned_data
        return cls(
            title=typed["title"],
            language=typed["language"],
            rating=form.chosen_rating(),
            summary_html=summary_as_shown(typed["summary"]),
            notes_html=short_html(typed["notes"]),
            authors_shown=[form.pen_name()],
        )

    @property
    def direction(self) -> str:
        """Which way its script runs."""
        return direction_of_language(self.language)
