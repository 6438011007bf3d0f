"""Members who come with an e-reader: it names a password of its own with each request.

Only the catalog and downloads let anybody in so (HTTP Basic); pages do not.
"""

import base64
import binascii
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext as _

from storyhold.accounts.e_readers import member_with
from storyhold.accounts.models import Member
from storyhold.archive.queries import the_archive
from storyhold.web.parts.absolute import absolute

View = Callable[..., HttpResponseBase]
CONTENT_TYPE = "application/opds-authentication+json"
BASIC = "http://opds-spec.org/auth/basic"
COMES_BY_E_READER = "storyhold.comes_by_e_reader"


def open_to_e_readers(view: View) -> View:
    """Let a member's e-reader in as the member; a wrong password is answered with 401."""

    @wraps(view)
    def door(request: HttpRequest, **of_what: Any) -> HttpResponseBase:
        named = request.headers.get("Authorization", "")
        if named and not isinstance(request.user, Member):
            member = member_with(_password_in(named))
            if member is None:
                return _refused(request)
            request.user = member
            request.META[COMES_BY_E_READER] = True
        answer = view(request, **of_what)
        patch_vary_headers(answer, ["Authorization"])
        if isinstance(request.user, Member):
            patch_cache_control(answer, private=True)
        return answer

    return door


def comes_by_e_reader(request: HttpRequest) -> bool:
    """Whether a member's e-reader asks, on which no page can be shown."""
    return COMES_BY_E_READER in request.META


def sign_in_first(request: HttpRequest) -> HttpResponse:
    """Answer that this is for members, and how an e-reader signs in."""
    answer = JsonResponse(authentication(request), status=401, content_type=CONTENT_TYPE)
    # Some e-readers know nothing of the document, but every one knows this.
    answer["WWW-Authenticate"] = 'Basic realm="Storyhold", charset="UTF-8"'
    return answer


def authentication(request: HttpRequest) -> dict[str, object]:
    """Return the document that says how to sign in (Authentication for OPDS 1.0)."""
    page = absolute(request, reverse("people:e_readers"))
    return {
        "id": absolute(request, reverse("catalogs:authentication")),
        "title": the_archive().name,
        "description": _(
            "Not the password of your account: make one for this device under “My account, "
            "E-readers” in the archive."
        ),
        "links": [{"rel": "help", "href": page, "type": "text/html"}],
        "authentication": [
            {"type": BASIC, "labels": {"login": _("Pen name"), "password": _("Password")}}
        ],
    }


def _refused(request: HttpRequest) -> HttpResponse:
    # The one that allauth shows to others counts no GET, and an e-reader sends nothing else.
    counted = {"app": "allauth.account", "action": "e_reader", "limit_get": True}
    if ratelimit.consume(request, **counted):
        return sign_in_first(request)
    return HttpResponse(status=429)


def _password_in(named: str) -> str:
    """Return the password in the header, or '' if there is none that we can read."""
    scheme, _space, packed = named.partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(packed, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""
