"""Who gets into the office, and to which of its desks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import Member
from storyhold.web.parts.kept import signed_in

View = Callable[..., HttpResponseBase]


def for_moderators(view: View) -> View:
    """Let moderators and archivists in; to other members the page does not exist."""
    return _only_if(lambda member: member.is_moderator, view)


def for_archivists(view: View) -> View:
    """Let archivists in; to other members the page does not exist."""
    return _only_if(lambda member: member.is_archivist, view)


def _only_if(trusted: Callable[[Member], bool], view: View) -> View:
    @wraps(view)
    def door(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if not isinstance(request.user, Member) or not trusted(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    # Guests sign in first: they may be an archivist whose sign-in has run out while writing.
    return signed_in(door)


def office_page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """Show a page of the office, with the way to the others."""
    return render(request, template, {**context, "desks": desks(request)}, status=status)


@dataclass(frozen=True)
class Desk:
    """A page of the office: what it is called, where it is, and what it is for."""

    name: Promise
    address: str
    purpose: Promise
    for_moderators: bool = False


DESKS = [
    Desk(
        _("House rules"), "archive:rules", _("Name, welcome, terms, and what the archive allows.")
    ),
    Desk(
        _("Tags and ratings"),
        "vocabularies:kinds",
        _("Categories, characters, genres, warnings and others; and who may read what."),
    ),
    Desk(
        _("Members"),
        "archive:members",
        _("Who is here; banning, and letting in again."),
        for_moderators=True,
    ),
    Desk(
        _("Approval"),
        "moderation:held",
        _("What was handed in and waits to be read before readers see it."),
        for_moderators=True,
    ),
    Desk(
        _("Unclaimed accounts"),
        "claims:accounts",
        _("Members who came with an old archive, and how they get their accounts."),
    ),
    Desk(
        _("Reports"),
        "moderation:reports",
        _("What readers say is wrong, and what became of it."),
        for_moderators=True,
    ),
    Desk(
        _("Inquiries"), "moderation:inquiries", _("Letters to the archive that wait for an answer.")
    ),
    Desk(
        _("Featured"),
        "archive:featured",
        _("Stories that the first page shows first."),
        for_moderators=True,
    ),
    Desk(
        _("News"),
        "news:desk",
        _("What is new here, for everybody to read."),
        for_moderators=True,
    ),
    Desk(_("Polls"), "polls:desk", _("Questions to the members."), for_moderators=True),
    Desk(_("Shoutbox"), "shoutbox:desk", _("Clearing away what is old."), for_moderators=True),
    Desk(
        _("Pages"), "pages:desk", _("Help, rules and other pages; links at the foot of every page.")
    ),
    Desk(_("Blocks"), "blocks:desk", _("What the first page and the side of pages show.")),
    Desk(_("Profiles"), "profiles:desk", _("What members may say about themselves.")),
    Desk(
        _("Letters to members"),
        "circulars:desk",
        _("Writing to all members, or to some of them."),
    ),
    Desk(_("Invitations"), "archive:invitations", _("Links with which somebody can register.")),
    Desk(_("Moving in"), "imports:desk", _("Bringing an old archive here.")),
    Desk(_("Closing"), "archive:closing", _("Closing the archive for maintenance.")),
    Desk(_("Letters"), "archive:mailbox", _("What waits, what left, and what went wrong.")),
]


def desks(request: HttpRequest) -> list[tuple[Promise, str, Promise]]:
    """Return name, address and purpose of the pages this member may open."""
    is_archivist = isinstance(request.user, Member) and request.user.is_archivist
    return [
        (desk.name, reverse(desk.address), desk.purpose)
        for desk in DESKS
        if (is_archivist or desk.for_moderators)
        and (desk.address != "archive:mailbox" or settings.MAIL.kind != "none")
    ]
