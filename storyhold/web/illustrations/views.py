"""A member's pictures for stories."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from storyhold.archive.queries import the_archive
from storyhold.common.refusal import Refusal
from storyhold.illustrations import actions
from storyhold.illustrations.access import illustrations_of
from storyhold.illustrations.models import Illustration
from storyhold.web.illustrations.forms import DescriptionForm, IllustrationForm
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields, signed_in, the_member
from storyhold.web.parts.refused import add_refusal

ON_A_PAGE = 30


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """Show the member's pictures, the last first; or keep another one."""
    if request.method != "POST":
        return _page(request, IllustrationForm())
    form = IllustrationForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            _bring(request, form)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The picture is here. Copy its HTML into a chapter."))
            return redirect("illustrations:mine")
    return _page(request, form, status=422)


def _bring(request: HttpRequest, form: IllustrationForm) -> Illustration:
    file = form.cleaned_data["picture"]
    return actions.add_illustration(
        the_member(request),
        file.read(),
        file_name=file.name,
        description=form.cleaned_data["description"],
    )


def _page(request: HttpRequest, form: IllustrationForm, *, status: int = 200) -> HttpResponse:
    pages = Paginator(illustrations_of(request.user), ON_A_PAGE)
    most = the_archive().most_illustrations
    context = {
        "form": form,
        "page": pages.get_page(request.GET.get("page")),
        "count": pages.count,
        "most": most,
        "has_room": pages.count < most,
    }
    return render(request, "illustrations/mine.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(DescriptionForm)
def describe(request: HttpRequest, illustration: int) -> HttpResponse:
    """Show and change what a picture shows."""
    found = get_object_or_404(illustrations_of(request.user), pk=illustration)
    typed = request.POST if request.method == "POST" else kept_fields(request)
    form = DescriptionForm(typed, initial={"description": found.description})
    if request.method == "POST" and form.is_valid():
        actions.describe_illustration(found, description=form.cleaned_data["description"])
        messages.success(request, _("That is saved. Chapters keep the words they have."))
        return redirect("illustrations:mine")
    context = {"illustration": found, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "illustrations/describe.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def delete(request: HttpRequest, illustration: int) -> HttpResponse:
    """Ask, then remove a picture."""
    doomed = get_object_or_404(illustrations_of(request.user), pk=illustration)
    if request.method == "POST":
        actions.delete_illustration(doomed)
        messages.success(request, _("The picture is deleted."))
        return redirect("illustrations:mine")
    return render(request, "illustrations/delete.html", {"illustration": doomed})
