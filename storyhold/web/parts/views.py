"""The one page of this room: choosing how one likes to read."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.accounts.actions import keep_choices
from storyhold.accounts.models import Member
from storyhold.web.parts.look.choices import LOOKS
from storyhold.web.parts.look.cookies import chosen_in, remember


# Exempt because guests' pages are the same for everyone and so carry no token. All a forged request
# could do is to change somebody's theme, and `is_from_our_own_page` refuses even that.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest) -> HttpResponse:
    """Show the choices; or keep those that were sent and go back to where the reader was."""
    if request.method != "POST":
        return render(request, "parts/look.html")
    return _keep(request, chosen_in(request.POST))


@csrf_exempt
@require_POST
def look_as_at_first(request: HttpRequest) -> HttpResponse:
    """Undo what the reader chose of the look, and go back to where they were."""
    return _keep(request, {choice.cookie: choice.default for choice in LOOKS})


def _keep(request: HttpRequest, chosen: Mapping[str, str]) -> HttpResponse:
    if not is_from_our_own_page(request):
        return HttpResponseForbidden()
    response = redirect(way_back(request, otherwise=reverse("look")))
    remember(chosen, response=response, secure=request.is_secure())
    if isinstance(request.user, Member):
        keep_choices(request.user, chosen)
    return response


def is_from_our_own_page(request: HttpRequest) -> bool:
    """Whether the browser says that the form it sends stood on a page of this archive.

    A request with neither `Sec-Fetch-Site` nor `Origin` comes from a very old browser or from no
    browser, and passes.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    # Not by urlsplit, which raises ValueError for what is no address.
    return origin is None or origin.partition("://")[2] == request.get_host()


def way_back(request: HttpRequest, *, otherwise: str) -> str:
    """Return the address in the form's `next` if it is one of our own, else `otherwise`."""
    asked = request.POST.get("next", "")
    here = {request.get_host()}
    # From the root: a word alone would be taken for the name of a page, which may not exist.
    is_address = asked.startswith("/")
    if is_address and url_has_allowed_host_and_scheme(asked, here, request.is_secure()):
        return asked
    return otherwise
