"""Rehearsing, reading the report, and moving in."""

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.safestring import mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from storyhold.common.refusal import Refusal
from storyhold.importers import actions, incoming
from storyhold.importers.models import Undertaking
from storyhold.importers.report.files import BODY, CSV, JSON, PAGE
from storyhold.importers.traces import is_opened
from storyhold.importers.undertakings import report_folder
from storyhold.web.imports.forms import Beginning, Bringing
from storyhold.web.parts.office import for_archivists, office_page
from storyhold.web.parts.refused import add_refusal

LOOK_AGAIN = 3  # seconds


@require_safe
@never_cache
@for_archivists
def desk(request: HttpRequest) -> HttpResponse:
    """Show what can be read, and what was begun."""
    return show_desk(request)


def show_desk(
    request: HttpRequest,
    *,
    bringing: forms.Form | None = None,
    beginning: forms.Form | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the desk, with the form that was not right."""
    context = {
        "bringing": bringing or Bringing(),
        "beginning": beginning or Beginning(),
        "folder": incoming.folder(),
        "has_files": bool(incoming.names()),
        "undertakings": Undertaking.objects.all()[:20],
    }
    return office_page(request, "imports/desk.html", context, status=status)


@require_POST
@for_archivists
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a rehearsal."""
    form = Beginning(request.POST)
    if form.is_valid():
        try:
            begun = actions.begin(**form.cleaned_data)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return redirect("imports:undertaking", begun.pk)
    return show_desk(request, beginning=form, status=422)


@require_safe
@never_cache
@for_archivists
def undertaking(request: HttpRequest, undertaking: int) -> HttpResponse:
    """Show how far it is; at the end, its report."""
    shown = get_object_or_404(Undertaking.objects.select_related("move"), pk=undertaking)
    context = {
        "undertaking": shown,
        "may_be_taken_back": shown.move is not None and not is_opened(shown.move),
        "report": _report_body(shown),
        "files": (PAGE, JSON, CSV),
    }
    answer = office_page(request, "imports/undertaking.html", context)
    if shown.is_running:
        answer["Refresh"] = str(LOOK_AGAIN)
    return answer


def _report_body(undertaking: Undertaking) -> str:
    path = report_folder(undertaking) / BODY
    if undertaking.is_running or not path.is_file():
        return ""
    # Written by our own template, in which everything from the old archive was escaped.
    return mark_safe(path.read_text(encoding="utf-8"))  # noqa: S308


@require_POST
@for_archivists
def move(request: HttpRequest, undertaking: int) -> HttpResponse:
    """Begin to move in what was rehearsed."""
    rehearsed = get_object_or_404(Undertaking, pk=undertaking)
    try:
        actions.go_on(rehearsed)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("imports:undertaking", rehearsed.pk)


@require_safe
@never_cache
@for_archivists
def report(
    request: HttpRequest,  # noqa: ARG001 — Django's signature
    undertaking: int,
    name: str,
    ending: str,
) -> HttpResponseBase:
    """Hand out a file of the report."""
    file = f"{name}.{ending}"
    path = report_folder(get_object_or_404(Undertaking, pk=undertaking)) / file
    if file not in (PAGE, JSON, CSV) or not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), as_attachment=True, filename=file)
