"""Writing on a chapter that exists."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from storyhold.common.refusal import Refusal
from storyhold.moderation.queries import why_sent_back
from storyhold.stories.access import revisions_visible_to
from storyhold.stories.actions.at_once import save_and_publish_chapter
from storyhold.stories.actions.writing import preview_chapter, save_chapter
from storyhold.stories.models import Chapter
from storyhold.stories.queries import newest_revision
from storyhold.stories.refusals import ChapterChangedMeanwhile, StaysADraft
from storyhold.web.desk.bringing import file_first, take_file
from storyhold.web.desk.comparison import Version, differences
from storyhold.web.desk.device import copy_key, saved
from storyhold.web.desk.doors import form_at, my_chapter, the_member
from storyhold.web.desk.forms import ChapterForm, RewritingForm
from storyhold.web.desk.forms.chapter import as_saved
from storyhold.web.desk.words import (
    say_that_chapter_is_published,
    say_that_chapter_is_saved,
    say_that_it_stays_a_draft,
)
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields, signed_in
from storyhold.web.parts.refused import add_refusal


@signed_in
@form_at("chapter")
@gives_back(ChapterForm)
def go_on(request: HttpRequest, chapter: int) -> HttpResponse:
    """Show everything that was typed once more, with the text of a file if one came along."""
    found = my_chapter(request, chapter)
    form = _form(found, request.POST)
    return _page(request, found, form, status=take_file(request, form))


@signed_in
@file_first(go_on)
@gives_back(ChapterForm)
def edit(request: HttpRequest, chapter: int) -> HttpResponse:
    """Show the chapter as it was saved last; or save what was typed."""
    found = my_chapter(request, chapter)
    if request.method == "POST":
        return _save(request, found, save_chapter, say_that_chapter_is_saved)
    newest = newest_revision(revisions_visible_to(request.user), found)
    form = _form(found, kept_fields(request), initial=as_saved(newest))
    return _page(request, found, form)


@signed_in
@file_first(go_on)
@form_at("chapter")
@gives_back(ChapterForm)
def save_and_publish(request: HttpRequest, chapter: int) -> HttpResponse:
    """Save what was typed and make the chapter public, and its story with it."""
    found = my_chapter(request, chapter)
    return _save(request, found, save_and_publish_chapter, say_that_chapter_is_published)


@signed_in
@file_first(go_on)
@form_at("chapter")
@gives_back(ChapterForm)
def preview(request: HttpRequest, chapter: int) -> HttpResponse:
    """Show the chapter as readers will see it. Nothing is saved."""
    found = my_chapter(request, chapter)
    form = _form(found, request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        html = preview_chapter(found, form.draft())
    except Refusal as refusal:
        add_refusal(form, refusal)
        return _page(request, found, form, status=422)
    if not found.is_public:
        # As it will be, once the drafts before it are public too. Not saved.
        found.story.chapter_count = max(found.story.chapter_count + 1, found.number)
    context = {"story": found.story, "chapter": found, "html": html, "form": form}
    return render(request, "desk/preview.html", _addresses(request, found) | context)


def _save(
    request: HttpRequest,
    chapter: Chapter,
    deed: Callable[..., Chapter],
    say_so: Callable[[HttpRequest, Chapter], None],
) -> HttpResponse:
    form = _form(chapter, request.POST)
    if form.is_valid():
        seen = form.cleaned_data["revision"]
        try:
            chapter = deed(chapter, form.draft(), by=the_member(request), seen_revision=seen)
        except ChapterChangedMeanwhile as refusal:
            return _two_versions(request, chapter, form, refusal)
        except StaysADraft as refusal:
            say_that_it_stays_a_draft(request, refusal)
            return _saved(request, chapter)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            say_so(request, chapter)
            return _saved(request, chapter)
    return _page(request, chapter, form, status=422)


def _saved(request: HttpRequest, chapter: Chapter) -> HttpResponse:
    here = reverse("desk:chapter", args=[chapter.pk])
    return saved(redirect(here), request, here)


def _two_versions(
    request: HttpRequest, chapter: Chapter, form: RewritingForm, refusal: Refusal
) -> HttpResponse:
    """Show what was typed beside what was saved elsewhere; saving again overwrites knowingly."""
    chapter.refresh_from_db()
    theirs = newest_revision(revisions_visible_to(request.user), chapter)
    mine = form.draft()
    shown = request.POST.copy()
    shown["revision"] = str(chapter.revision_number)
    again = _form(chapter, shown)
    add_refusal(again, refusal)
    compared = differences(Version.saved(theirs), Version.typed(mine)) if theirs else []
    return _page(request, chapter, again, status=409, differences=compared)


def _form(chapter: Chapter, typed: Any, **options: Any) -> RewritingForm:
    return RewritingForm(typed, language=chapter.story.language, **options)


def _page(
    request: HttpRequest,
    chapter: Chapter,
    form: RewritingForm,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    context = _addresses(request, chapter) | {"story": chapter.story, "chapter": chapter}
    context["sent_back"] = why_sent_back(request.user, chapter)
    context |= {"form": form} | more
    return render(request, "desk/chapter.html", context, status=status)


def _addresses(request: HttpRequest, chapter: Chapter) -> dict[str, Any]:
    here = reverse("desk:chapter", args=[chapter.pk])
    publish = reverse("desk:chapter_save_and_publish", args=[chapter.pk])
    return {
        "form_page": here,
        "copy_key": copy_key(request, here),
        "save": here,
        "publish": "" if chapter.is_public or chapter.held_at else publish,
        "preview": reverse("desk:chapter_preview", args=[chapter.pk]),
        "go_on": reverse("desk:chapter_go_on", args=[chapter.pk]),
    }
