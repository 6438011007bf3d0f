"""Taking a move back, before anybody has been in."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from storyhold.common.refusal import Refusal
from storyhold.importers.models import Undertaking
from storyhold.importers.traces import is_opened
from storyhold.importers.undo import take_back
from storyhold.web.parts.office import for_archivists, office_page


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def undo(request: HttpRequest, undertaking: int) -> HttpResponse:
    """Ask once more, then take the move back."""
    shown = get_object_or_404(Undertaking.objects.select_related("move"), pk=undertaking)
    if shown.move is None or is_opened(shown.move):
        raise Http404
    if request.method != "POST":
        return office_page(request, "imports/undo.html", {"undertaking": shown})
    try:
        take_back(shown.move)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Everything that had come is gone again."))
    return redirect("imports:desk")
