"""The office's desk for the letters of a move: how they are worded, and sending one to all."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.claims.actions import telling
from storyhold.web.claims.forms import Letters
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields
from storyhold.web.parts.office import for_archivists, office_page


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
@gives_back(Letters)
def letters(request: HttpRequest) -> HttpResponse:
    """Show how the letters are worded, or keep another wording."""
    form = Letters(request.POST if request.method == "POST" else kept_fields(request))
    if request.method == "POST" and form.is_valid():
        telling.word(form.cleaned_data)
        messages.success(request, _("The letters are kept as they are now."))
        return redirect("claims:letters")
    status = 422 if request.method == "POST" else 200
    return office_page(request, "claims/letters.html", {"form": form}, status=status)


@require_POST
@for_archivists
def announce(request: HttpRequest) -> HttpResponse:
    """Begin to write to all members who have not been here since the archive moved."""
    telling.announce(address=absolute(request, "/").rstrip("/"))
    messages.success(request, _("The letters are being written, a hundred every half minute."))
    return redirect("claims:accounts")
