"""A member's notices: the list, following one, and putting them away."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from storyhold.notices import actions
from storyhold.notices.access import notices_of
from storyhold.web.parts.kept import signed_in, the_member
from storyhold.web.parts.readers import is_fetched_ahead
from storyhold.web.parts.views import way_back

ON_A_PAGE = 50


@never_cache
@require_safe
@signed_in
def list_notices(request: HttpRequest) -> HttpResponse:
    """List what the member was told, newest first."""
    page = Paginator(notices_of(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "notices/list.html", {"page": page})


@never_cache
@require_safe
@signed_in
def open_notice(request: HttpRequest, notice: int) -> HttpResponse:
    """Lead to what the notice is about, and mark it as read.

    All that a forged link could do is to make one of the reader's own notices look read.
    """
    mine = get_object_or_404(notices_of(request.user), pk=notice)
    if request.method == "GET" and not is_fetched_ahead(request):
        actions.read_notice(mine)
    return redirect(mine.path)


@require_POST
@signed_in
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all as read."""
    actions.read_all_notices(the_member(request))
    messages.success(request, _("All notices are marked as read."))
    return redirect("notices:list")


@require_POST
@signed_in
def delete_notice(request: HttpRequest, notice: int) -> HttpResponse:
    """Throw one away, and stay on the same page of the list."""
    mine = get_object_or_404(notices_of(request.user), pk=notice)
    actions.delete_notice(mine)
    messages.success(request, _("The notice is deleted."))
    return redirect(way_back(request, otherwise=reverse("notices:list")))
