"""The office's desk for invitations."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.accounts.access import invitations_kept_by
from storyhold.accounts.actions import invite, take_back
from storyhold.web.archive.forms import NewInvitation
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.kept import the_member
from storyhold.web.parts.office import for_archivists, office_page

PER_PAGE = 50


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def invitations(request: HttpRequest) -> HttpResponse:
    """List the invitations; when one is made, show its link, once: only its hash is kept."""
    form = NewInvitation(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        made, code = invite(by=the_member(request), note=form.cleaned_data["note"])
        path = f"{reverse('account_signup')}?{urlencode({'invitation': code})}"
        context = {"invitation": made, "link": absolute(request, path)}
        return office_page(request, "archive/invitation_made.html", context)
    kept = invitations_kept_by(request.user).select_related("used_by")
    page = Paginator(kept, PER_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "now": now()}
    status = 422 if request.method == "POST" else 200
    return office_page(request, "archive/invitations.html", context, status=status)


@require_POST
@for_archivists
def take_back_invitation(request: HttpRequest, invitation: int) -> HttpResponse:
    """Make an invitation worthless that nobody has used."""
    unused = invitations_kept_by(request.user).filter(used_at=None)
    take_back(get_object_or_404(unused, pk=invitation))
    messages.success(request, _("The invitation is taken back: its link is worth nothing now."))
    return redirect("archive:invitations")
