"""What the pages of the desk begin with: who asks, and what of theirs it is about."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from storyhold.accounts.models import Member
from storyhold.stories.access import (
    chapters_editable_by,
    may_submit,
    stories_editable_by,
    stories_writable_by,
)
from storyhold.stories.models import Chapter, Story
from storyhold.stories.queries import for_byline, with_story

View = Callable[..., HttpResponse]


def the_member(request: HttpRequest) -> Member:
    """Return who asks; behind `signed_in` that is always a member."""
    return cast(Member, request.user)


def my_story(request: HttpRequest, pk: int) -> Story:
    """Return a story that the member signs, with its authors; else 404."""
    return get_object_or_404(for_byline(stories_editable_by(request.user)), pk=pk)


def story_to_write_on(request: HttpRequest, pk: int) -> Story:
    """Return a story to which the member may add a chapter, with its authors; else 404."""
    return get_object_or_404(for_byline(stories_writable_by(request.user)), pk=pk)


def my_chapter(request: HttpRequest, pk: int) -> Chapter:
    """Return a chapter that the member may change, with story and authors; else 404."""
    return get_object_or_404(with_story(chapters_editable_by(request.user)), pk=pk)


def form_at(name: str) -> Callable[[View], View]:
    """Lead whoever opens the address of a deed (a tab restored, a page reloaded) to its form."""

    def decorate(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, **of_what: Any) -> HttpResponse:
            if request.method != "POST":
                return HttpResponseRedirect(reverse(f"desk:{name}", kwargs=of_what))
            return view(request, **of_what)

        return door

    return decorate


def while_open(view: View) -> View:
    """Tell whoever may not begin anything now, before they type; what was typed goes on."""

    @wraps(view)
    def door(request: HttpRequest, **of_what: Any) -> HttpResponse:
        if request.method != "POST" and not may_submit(request.user):
            return render(request, "desk/closed.html")
        return view(request, **of_what)

    return door
