"""The office's desk for pages and links."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from storyhold.common.refusal import Refusal
from storyhold.pages import actions
from storyhold.pages.access import links_editable_by, pages_editable_by
from storyhold.pages.models import Page
from storyhold.pages.rules import HELP, LONGEST_SLUG, LONGEST_TITLE, RULES
from storyhold.prose.one_line import one_line
from storyhold.web.pages.forms import LinkForm, PageForm
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields
from storyhold.web.parts.office import for_archivists, office_page
from storyhold.web.parts.refused import add_refusal


@require_safe
@for_archivists
def desk(request: HttpRequest) -> HttpResponse:
    """List pages and links, propose the pages that every archive needs, and offer another link."""
    return _desk(request, LinkForm(kept_fields(request)))


def _desk(request: HttpRequest, form: LinkForm, *, status: int = 200) -> HttpResponse:
    pages = list(pages_editable_by(request.user))
    context = {
        "pages": pages,
        "links": links_editable_by(request.user),
        "proposed": _proposed({page.slug for page in pages}),
        "form": form,
    }
    return office_page(request, "pages/desk.html", context, status=status)


def _proposed(there: set[str]) -> list[tuple[str, str]]:
    """Return title, and address of the form, of pages that are missing."""
    pages = [(HELP, _("Help")), (RULES, _("Rules for authors"))]
    new = reverse("pages:new")
    return [
        (title, f"{new}?{urlencode({'slug': slug, 'title': title})}")
        for slug, title in pages
        if slug not in there
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def new(request: HttpRequest) -> HttpResponse:
    """Show the form for a page, filled with what the address proposes, or write it."""
    proposed = {
        "title": one_line(request.GET.get("title", ""))[:LONGEST_TITLE],
        "slug": one_line(request.GET.get("slug", ""))[:LONGEST_SLUG],
    }
    form = PageForm(_typed(request), initial=proposed)
    if request.method == "POST" and form.is_valid():
        try:
            page = actions.write_page(**form.cleaned_data)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return _saved(request, page)
    return _page(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
@gives_back(PageForm)
def edit(request: HttpRequest, custom_page: int) -> HttpResponse:
    """Show a page in the form, or save what is in it."""
    page = get_object_or_404(pages_editable_by(request.user), pk=custom_page)
    said = {field: getattr(page, field, "") for field in PageForm.base_fields}
    form = PageForm(_typed(request), initial=said | {"text": page.source})
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_page(page, **form.cleaned_data)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return _saved(request, page)
    return _page(request, form, page)


def _typed(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else kept_fields(request)


def _saved(request: HttpRequest, page: Page) -> HttpResponse:
    messages.success(request, _("“%s” is saved.") % page.title)
    return redirect("pages:desk")


def _page(request: HttpRequest, form: PageForm, page: Page | None = None) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return office_page(request, "pages/write.html", {"form": form, "page": page}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def delete(request: HttpRequest, custom_page: int) -> HttpResponse:
    """Ask whether a page should go; sent by POST, delete it."""
    page = get_object_or_404(pages_editable_by(request.user), pk=custom_page)
    if request.method == "POST":
        actions.delete_page(page)
        messages.success(request, _("“%s” is deleted.") % page.title)
        return redirect("pages:desk")
    return office_page(request, "pages/delete.html", {"page": page})


@require_POST
@for_archivists
def add_link(request: HttpRequest) -> HttpResponse:
    """Add a link at the foot of every page."""
    form = LinkForm(request.POST)
    if form.is_valid():
        try:
            link = actions.add_link(**form.cleaned_data)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("“%s” is at the foot of every page.") % link.text)
            return redirect("pages:desk")
    return _desk(request, form, status=422)


@require_POST
@for_archivists
def remove_link(request: HttpRequest, link: int) -> HttpResponse:
    """Take a link away."""
    found = get_object_or_404(links_editable_by(request.user), pk=link)
    actions.remove_link(found)
    messages.success(request, _("“%s” is gone from the foot of the pages.") % found.text)
    return redirect("pages:desk")
