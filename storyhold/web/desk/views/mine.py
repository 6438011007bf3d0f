"""All that is mine, and what waits for me."""

from collections.abc import Iterable
from typing import TypeVar

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.http import require_safe

from storyhold.stories.access import (
    chapters_in_trash_of,
    invitations_to,
    stories_contributed_to_by,
    stories_editable_by,
    stories_in_trash_of,
)
from storyhold.stories.models import Chapter, Story
from storyhold.stories.queries import for_byline, for_desk, invitations_listed
from storyhold.stories.rules import days_left
from storyhold.web.parts.kept import signed_in

STORIES_ON_A_PAGE = 50

Deleted = TypeVar("Deleted", Story, Chapter)


@signed_in
@require_safe
def stories(request: HttpRequest) -> HttpResponse:
    """Show the member's stories, the last written first."""
    mine = for_desk(stories_editable_by(request.user))
    page = Paginator(mine, STORIES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "invitations": invitations_listed(invitations_to(request.user)),
        "contributed_to": stories_contributed_to_by(request.user).order_by("title_key"),
    }
    return render(request, "desk/mine.html", context)


@signed_in
@require_safe
def trash(request: HttpRequest) -> HttpResponse:
    """Show what the member has deleted and can bring back."""
    stories = for_byline(stories_in_trash_of(request.user)).order_by("-deleted_at")
    chapters = chapters_in_trash_of(request.user).select_related("story").order_by("-deleted_at")
    context = {"stories": _with_days(stories), "chapters": _with_days(chapters)}
    return render(request, "desk/trash.html", context)


@signed_in
@require_safe
def invitations(request: HttpRequest) -> HttpResponse:
    """Show the stories that others invite the member to write with them."""
    waiting = invitations_listed(invitations_to(request.user))
    return render(request, "desk/invitations.html", {"invitations": waiting})


def _with_days(deleted: Iterable[Deleted]) -> list[tuple[Deleted, int]]:
    at = now()
    return [(each, days_left(each.deleted_at or at, at=at)) for each in deleted]
