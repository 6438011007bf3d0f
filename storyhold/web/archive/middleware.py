"""Before an archive is open there is one page: the one that opens it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from storyhold.archive.queries import forget_archive, the_archive

Answer = Callable[[HttpRequest], HttpResponseBase]


class SetUpFirst:
    """Lead every visitor to the set-up page until the archive has been set up."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let pass what the set-up page itself needs. An open archive costs no query here."""
        if _is_open() or request.path.startswith(_needed()):
            return self.get_response(request)
        return redirect("archive:set_up")


def _is_open() -> bool:
    if not the_archive().is_set_up:
        # Another process may have opened it this very second.
        forget_archive()
    return the_archive().is_set_up


def _needed() -> tuple[str, ...]:
    return (reverse("archive:set_up"), reverse("look"), settings.STATIC_URL)
