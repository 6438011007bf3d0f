"""What a member has read."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from storyhold.reading.models import Progress
from storyhold.reading.queries import containing, history_of, with_blurbs, with_something_ahead
from storyhold.web.parts.kept import signed_in
from storyhold.web.parts.tables import csv_answer
from storyhold.web.reading.entries import page_of
from storyhold.web.reading.forms import SearchForm


@require_safe
@signed_in
def history(request: HttpRequest) -> HttpResponse:
    """Show what the member has opened, the last first, as far as it is asked for."""
    form = SearchForm(request.GET)
    found = _asked_for(form, request)
    status = 200 if form.is_valid() else 422
    context = {"form": form, "page": page_of(request, found)}
    return render(request, "reading/history.html", context, status=status)


@require_safe
@signed_in
def as_csv(request: HttpRequest) -> HttpResponse:
    """Send the same as a table."""
    head = [_("Story"), _("Authors"), _("Address"), _("Shelf"), _("Chapter"), _("Chapters"),
            _("Read last"), _("My note")]  # fmt: skip
    found = with_blurbs(_asked_for(SearchForm(request.GET), request))
    return csv_answer("history", head, (_row(request, each) for each in found))


def _asked_for(form: SearchForm, request: HttpRequest) -> QuerySet[Progress]:
    found = history_of(request.user)
    if not form.is_valid():
        return found
    asked = form.cleaned_data
    if asked["shelf"]:
        found = found.filter(shelf=asked["shelf"])
    if asked["ahead"]:
        found = with_something_ahead(found)
    return containing(found, asked["words"])


def _row(request: HttpRequest, progress: Progress) -> list[Any]:
    story = progress.story
    return [
        story.title,
        ", ".join(author.name for author in story.authors_shown),
        request.build_absolute_uri(story.get_absolute_url()),
        progress.get_shelf_display(),
        progress.reached,
        story.chapter_count,
        progress.read_at and progress.read_at.isoformat(timespec="minutes"),
        progress.note_source,
    ]
