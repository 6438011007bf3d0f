"""Writing a letter to the members."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from storyhold.circulars.access import circulars_kept_by
from storyhold.circulars.actions import wording
from storyhold.circulars.models import Circular
from storyhold.common.refusal import Refusal
from storyhold.notices.queries import news_is_mailed
from storyhold.web.circulars.forms import CircularForm, said_of
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields
from storyhold.web.parts.office import for_archivists, office_page
from storyhold.web.parts.refused import add_refusal

ON_A_PAGE = 50


@require_safe
@for_archivists
def desk(request: HttpRequest) -> HttpResponse:
    """List the letters, the newest first, and how far each has got."""
    kept = circulars_kept_by(request.user)
    page = Paginator(kept, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "letters_leave": news_is_mailed()}
    return office_page(request, "circulars/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def new(request: HttpRequest) -> HttpResponse:
    """Show the form for a letter, or keep it as a draft and show how it will arrive."""
    form = CircularForm(_typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            circular = wording.write_circular(form.said)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return redirect("circulars:circular", circular.pk)
    return _page(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
@gives_back(CircularForm)
def edit(request: HttpRequest, circular: int) -> HttpResponse:
    """Show a draft in the form, or save what is in it."""
    draft = get_object_or_404(circulars_kept_by(request.user), pk=circular)
    form = CircularForm(_typed(request), initial=said_of(draft))
    if request.method == "POST" and form.is_valid():
        try:
            wording.edit_circular(draft, form.said)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return redirect("circulars:circular", draft.pk)
    return _page(request, form, draft)


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def delete(request: HttpRequest, circular: int) -> HttpResponse:
    """Ask whether a draft should go; sent by POST, delete it."""
    draft = get_object_or_404(circulars_kept_by(request.user), pk=circular)
    if request.method != "POST":
        return office_page(request, "circulars/delete.html", {"circular": draft})
    try:
        wording.delete_circular(draft)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("“%s” is deleted.") % draft.subject)
    return redirect("circulars:desk")


def _typed(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else kept_fields(request)


def _page(request: HttpRequest, form: CircularForm, draft: Circular | None = None) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "circular": draft}
    return office_page(request, "circulars/write.html", context, status=status)
