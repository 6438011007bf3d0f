"""What a member keeps: the list, what is said of each, and letting go."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from storyhold.bookmarks.access import bookmarks_editable_by
from storyhold.bookmarks.actions import keeping
from storyhold.bookmarks.models import Bookmark, field_of
from storyhold.bookmarks.queries import SORTS, counts_of, is_followed
from storyhold.common.refusal import Refusal
from storyhold.web.bookmarks.forms import BookmarkForm
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.keeping import kept_words
from storyhold.web.parts.kept import kept_fields, signed_in, the_member
from storyhold.web.parts.refused import add_refusal

ON_A_PAGE = 25
LISTS = {
    "story": "bookmarks:mine",
    "series": "bookmarks:my_series",
    "author": "bookmarks:my_authors",
}


@require_safe
@signed_in
def mine(request: HttpRequest, sort: str) -> HttpResponse:
    """List the stories, series or authors that the member keeps, the last kept first."""
    kept = bookmarks_editable_by(request.user)
    counts = counts_of(kept)
    pages = Paginator(SORTS[sort](kept), ON_A_PAGE)
    vars(pages)["count"] = getattr(counts, sort)
    context = {"page": pages.get_page(request.GET.get("page")), "counts": counts, "sort": sort}
    return render(request, "bookmarks/mine.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(BookmarkForm)
def edit(request: HttpRequest, bookmark: int) -> HttpResponse:
    """Show what the member says of what they keep in a form, or save it."""
    found = _mine_or_404(request, bookmark)
    data = request.POST if request.method == "POST" else kept_fields(request)
    follows = is_followed(found.thing, by=the_member(request))
    form = BookmarkForm(found, the_member(request), data, follows=follows)
    if request.method == "POST" and form.is_valid():
        try:
            keeping.change_bookmark(found, form.said(), pen_name=form.signature())
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, str(kept_words().saved))
            return redirect(found.thing)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "bookmark": found}
    return render(request, "bookmarks/edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def remove(request: HttpRequest, bookmark: int) -> HttpResponse:
    """Ask whether to keep it no longer; sent by POST, let go."""
    found = _mine_or_404(request, bookmark)
    if request.method == "POST":
        keeping.remove_bookmark(found)
        messages.success(request, kept_words().removed % found.thing)
        return redirect(LISTS[field_of(found.thing)])
    return render(request, "bookmarks/remove.html", {"bookmark": found})


def _mine_or_404(request: HttpRequest, bookmark: int) -> Bookmark:
    kept = bookmarks_editable_by(request.user).select_related(
        "pen_name", "story", "series__owner__member", "author__member"
    )
    return get_object_or_404(kept, pk=bookmark)
