"""Reporting a page, and writing to the archive."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from storyhold.accounts.models import Member, PenName
from storyhold.common.refusal import Refusal
from storyhold.moderation.actions.keeping import report_page as send_report
from storyhold.moderation.actions.keeping import write_to_archive
from storyhold.moderation.refusals import NotOurPage
from storyhold.moderation.rules import LONGEST_PATH
from storyhold.web.moderation.forms import (
    GuestsLetter,
    GuestsReport,
    MembersLetter,
    MembersReport,
)
from storyhold.web.moderation.places import path_of
from storyhold.web.parts.guests import is_too_often, open_to_guests
from storyhold.web.parts.kept import kept_fields
from storyhold.web.parts.refused import add_refusal
from storyhold.web.parts.signing import SignedForm


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_guests
def contact(request: HttpRequest) -> HttpResponse:
    """Show the form for a letter to the archive, or send one."""
    form: MembersLetter | GuestsLetter
    if isinstance(request.user, Member):
        form = MembersLetter(request.user, _typed(request))
    else:
        form = GuestsLetter(_typed(request))
    if request.method == "POST" and form.is_valid() and not is_too_often(request, "contact", form):
        typed = form.cleaned_data
        try:
            write_to_archive(
                subject=typed["subject"],
                text=typed["text"],
                by=_signature(form),
                email=typed.get("email", ""),
            )
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Your letter is with the archivists."))
            return redirect("moderation:contact")
    return render(request, "moderation/contact.html", {"form": form}, status=_status(request))


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_guests
def report_page(request: HttpRequest) -> HttpResponse:
    """Show the form for a report of the page in `?path=`, or send one."""
    asked = {"path": path_of(request, request.GET.get("path", "")[:LONGEST_PATH])}
    form: MembersReport | GuestsReport
    if isinstance(request.user, Member):
        form = MembersReport(request.user, _typed(request), initial=asked)
    else:
        form = GuestsReport(_typed(request), initial=asked)
    if request.method == "POST" and form.is_valid() and not is_too_often(request, "report", form):
        try:
            page = _send(request, form)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Thank you. The moderators will look at it."))
            return redirect(page)
    return render(request, "moderation/report_page.html", {"form": form}, status=_status(request))


def _send(request: HttpRequest, form: MembersReport | GuestsReport) -> str:
    typed = form.cleaned_data
    path = path_of(request, typed["path"])
    if not path:
        raise NotOurPage
    send_report(path, reason=typed["reason"], text=typed["text"], by=_signature(form))
    return path


def _signature(form: object) -> PenName | None:
    return form.signature if isinstance(form, SignedForm) else None


def _typed(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else kept_fields(request)


def _status(request: HttpRequest) -> int:
    return 422 if request.method == "POST" else 200
