"""The office's desks for reports and for letters to the archive."""

from typing import TypeVar

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from storyhold.moderation.access import inquiries_visible_to, reports_visible_to
from storyhold.moderation.actions.keeping import reopen, settle
from storyhold.moderation.models import Inquiry, Report
from storyhold.moderation.queries import in_state, with_keepers
from storyhold.web.moderation.forms import Settling
from storyhold.web.parts.kept import kept_fields, the_member
from storyhold.web.parts.office import for_archivists, for_moderators, office_page

ON_A_PAGE = 50

Kept = TypeVar("Kept", Report, Inquiry)


@require_safe
@for_moderators
def reports(request: HttpRequest) -> HttpResponse:
    """List the open reports, or with `?state=settled` the others."""
    return _list(request, reports_visible_to(request.user), "moderation/reports.html")


@require_http_methods(["GET", "HEAD", "POST"])
@for_moderators
def report(request: HttpRequest, report: int) -> HttpResponse:
    """Show a report, or settle it."""
    case = get_object_or_404(with_keepers(reports_visible_to(request.user)), pk=report)
    return _case(request, case, "moderation/report.html", after="moderation:reports")


@require_POST
@for_moderators
def reopen_report(request: HttpRequest, report: int) -> HttpResponse:
    """Put a report back among the open ones."""
    reopen(get_object_or_404(reports_visible_to(request.user), pk=report))
    return redirect("moderation:report", report)


@require_safe
@for_archivists
def inquiries(request: HttpRequest) -> HttpResponse:
    """List the open letters to the archive, or with `?state=settled` the others."""
    return _list(request, inquiries_visible_to(request.user), "moderation/inquiries.html")


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def inquiry(request: HttpRequest, inquiry: int) -> HttpResponse:
    """Show a letter to the archive, or settle it."""
    case = get_object_or_404(with_keepers(inquiries_visible_to(request.user)), pk=inquiry)
    return _case(request, case, "moderation/inquiry.html", after="moderation:inquiries")


@require_POST
@for_archivists
def reopen_inquiry(request: HttpRequest, inquiry: int) -> HttpResponse:
    """Put a letter back among the open ones."""
    reopen(get_object_or_404(inquiries_visible_to(request.user), pk=inquiry))
    return redirect("moderation:inquiry", inquiry)


def _list(request: HttpRequest, cases: QuerySet[Kept], template: str) -> HttpResponse:
    is_open = request.GET.get("state") != "settled"
    pages = Paginator(in_state(cases, is_open=is_open), ON_A_PAGE)
    context = {"page": pages.get_page(request.GET.get("page")), "is_open": is_open}
    return office_page(request, template, context)


def _case(
    request: HttpRequest, case: Report | Inquiry, template: str, *, after: str
) -> HttpResponse:
    data = request.POST if request.method == "POST" else kept_fields(request)
    form = Settling(data, initial={"note": case.note})
    if request.method == "POST" and form.is_valid():
        settle(case, by=the_member(request), note=form.cleaned_data["note"])
        messages.success(request, _("That is settled."))
        return redirect(after)
    status = 422 if request.method == "POST" else 200
    return office_page(request, template, {"case": case, "form": form}, status=status)
