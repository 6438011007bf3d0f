"""Bringing files, large ones too, and deleting them afterwards."""

from django.contrib import messages
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from storyhold.common.refusal import Refusal
from storyhold.importers import incoming
from storyhold.web.imports.forms import Bringing
from storyhold.web.imports.views import show_desk
from storyhold.web.parts.office import for_archivists
from storyhold.web.parts.refused import add_refusal


# The check for forgery reads the form, and with it the file: who sends it is asked before that,
# and whether there is room.
@csrf_exempt
@require_POST
@for_archivists
def bring(request: HttpRequest) -> HttpResponse:
    """Keep a file of any size that the disk has room for."""
    try:
        incoming.refuse_too_large(int(request.META.get("CONTENT_LENGTH") or 0))
    except Refusal as refusal:
        form = Bringing({})
        form.errors.clear()
        return _refused(request, form, refusal)
    request.upload_handlers = [TemporaryFileUploadHandler(request)]
    return _keep(request)


@csrf_protect
def _keep(request: HttpRequest) -> HttpResponse:
    form = Bringing(request.POST, request.FILES)
    if not form.is_valid():
        return show_desk(request, bringing=form, status=422)
    file = form.cleaned_data["file"]
    try:
        name = incoming.keep(file.name, file.chunks())
    except Refusal as refusal:
        return _refused(request, form, refusal)
    messages.success(request, _("“%s” is here.") % name)
    return redirect("imports:desk")


def _refused(request: HttpRequest, form: Bringing, refusal: Refusal) -> HttpResponse:
    add_refusal(form, refusal)
    return show_desk(request, bringing=form, status=422)


@require_POST
@for_archivists
def clear(request: HttpRequest) -> HttpResponse:
    """Delete everything that was brought."""
    incoming.clear()
    messages.success(request, _("The files are deleted. What has moved in stays."))
    return redirect("imports:desk")
