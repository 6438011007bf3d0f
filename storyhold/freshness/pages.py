"""Saying of a view that its page may be kept."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast

from django.http import HttpRequest, HttpResponseBase

from storyhold.freshness.stamps import of_story

View = Callable[..., HttpResponseBase]
Some = TypeVar("Some", bound=View)


@dataclass
class KeptPage:
    """What is said of a page: the subject of its story, and what is read by whoever sees it."""

    story: str | None
    read: str = ""


def kept_for_guests(*, story: str = "") -> Callable[[Some], Some]:
    """Let the page be kept, and sent to every guest.

    A page about one story names the parameter that says which: it stays fresh when others change.
    """

    def decorate(view: Some) -> Some:
        @wraps(view)
        def door(request: HttpRequest, *args: Any, **of_what: Any) -> HttpResponseBase:
            page = KeptPage(of_story(of_what[story]) if story else None)
            request.kept_page = page  # type: ignore[attr-defined]
            return view(request, *args, **of_what)

        return cast(Some, door)

    return decorate


def kept_page(request: HttpRequest) -> KeptPage | None:
    """Return what was said of the page of this request, if it may be kept."""
    return getattr(request, "kept_page", None)


def counts_as_read(request: HttpRequest, what: str) -> None:
    """Note what whoever sees the page reads: the numbers of a story and its chapter, `12/345`."""
    if page := kept_page(request):
        page.read = what
