"""What was typed outlives a sign-in that has run out.

A form for members carries a ticket: who opened it, and on which page, signed by us. When it comes
back after the session has ended, the ticket shows that it was a member's form, so its fields are
kept in the session that follows, and the same member finds them in the form after signing in.
Without a ticket nothing is kept: a stranger cannot fill our database.
"""

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core import signing
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from storyhold.accounts.models import Member

TICKET = "kept_ticket"  # the name of the hidden field
_SALT = "storyhold.kept"
_LASTS = 60 * 60 * 24 * 30  # seconds
_MOST_LETTERS = 4_000_000

View = Callable[..., HttpResponseBase]


def ticket_for(request: HttpRequest, page: str = "") -> str:
    """Return the value of the hidden field for a form on this page; empty for guests.

    Where a form is shown in answer to a deed (refused, or as a preview), `page` is the address
    that shows the form when it is opened.
    """
    if not isinstance(request.user, Member):
        return ""
    return signing.dumps([request.user.pk, page or request.get_full_path()], salt=_SALT)


def signed_in(view: View) -> View:
    """Let members in; send others to sign in, and keep what they typed where a ticket shows it."""

    @wraps(view)
    def door(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if isinstance(request.user, Member):
            return view(request, *args, **kwargs)
        page = keep(request)
        if page:
            text = _("You were signed out. What you typed is kept: sign in, and it is there.")
            messages.warning(request, text)
        back = page or (request.get_full_path() if request.method == "GET" else "/")
        return redirect_to_login(back)

    return door


def the_member(request: HttpRequest) -> Member:
    """Return who asks; behind `signed_in` that is always a member."""
    return cast(Member, request.user)


def keep(request: HttpRequest) -> str:
    """Keep the posted fields until the ticket's member opens the form's page; return that page.

    Returns an empty string, and keeps nothing, without a valid ticket.
    """
    try:
        member_id, page = signing.loads(request.POST.get(TICKET, ""), salt=_SALT, max_age=_LASTS)
    except (signing.BadSignature, ValueError, TypeError):
        return ""
    fields = {
        name: values
        for name, values in request.POST.lists()
        if name not in (TICKET, "csrfmiddlewaretoken") and "password" not in name
    }
    if sum(len(value) for values in fields.values() for value in values) > _MOST_LETTERS:
        return ""
    request.session["kept"] = {"member": member_id, "page": page, "fields": fields}
    return str(page)


def kept_fields(request: HttpRequest) -> QueryDict | None:
    """Return what this member typed into the form on this page before, once; else nothing.

    Put it into the form as its data: `Form(kept_fields(request) or None)`.
    """
    kept = request.session.get("kept") if request.user.is_authenticated else None
    if not kept or request.method != "GET" or kept["page"] != request.get_full_path():
        return None
    del request.session["kept"]
    if kept["member"] != request.user.pk:
        return None
    fields = QueryDict(mutable=True)
    for name, values in kept["fields"].items():
        fields.setlist(name, values)
    text = _("This is what you typed before you were signed out. It is not saved yet.")
    messages.info(request, text)
    return fields
