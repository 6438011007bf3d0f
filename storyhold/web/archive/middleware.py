"""What stands before every page: a new archive is set up first, and a closed one lets few in."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from storyhold.accounts.models import Member
from storyhold.archive.queries import forget_archive, the_archive
from storyhold.web.parts.kept import keep

COME_BACK_AFTER = 3600  # seconds; machines that ask meanwhile do not ask sooner

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


class ClosedForMaintenance:
    """While the archive is closed, let in those who keep it; others read why."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let pass who keeps the archive, and whoever may be about to show it."""
        if not the_archive().is_closed or request.path in _ways_in() or _keeps_the_place(request):
            return self.get_response(request)
        return _closed(request)


def _ways_in() -> tuple[str, ...]:
    return (reverse("account_login"), reverse("account_logout"), reverse("look"))


def _keeps_the_place(request: HttpRequest) -> bool:
    return isinstance(request.user, Member) and request.user.is_moderator


def _closed(request: HttpRequest) -> HttpResponse:
    is_kept = isinstance(request.user, Member) and keep(request)
    # Django saves no session beside an answer of 500 and above.
    if is_kept:
        request.session.save()
    answer = render(request, "archive/closed.html", {"is_kept": is_kept}, status=503)
    answer["Retry-After"] = str(COME_BACK_AFTER)
    answer["Cache-Control"] = "no-store"
    return answer
