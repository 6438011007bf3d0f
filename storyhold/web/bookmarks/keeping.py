"""Keeping a story, a series, an author, or all authors of a story."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.bookmarks.access import bookmarks_editable_by
from storyhold.bookmarks.actions import keeping
from storyhold.common.refusal import Refusal
from storyhold.stories.access import stories_listed_for
from storyhold.stories.models import Story
from storyhold.stories.queries import for_byline
from storyhold.web.bookmarks.forms import AuthorsForm
from storyhold.web.bookmarks.things import thing_or_404
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.keeping import kept_words
from storyhold.web.parts.kept import kept_fields, signed_in, the_member
from storyhold.web.parts.refused import add_refusal
from storyhold.web.parts.views import way_back


@require_POST
@signed_in
def keep(request: HttpRequest, **numbered: int) -> HttpResponse:
    """Keep a story, a series or an author at once; what there is to say can be said after."""
    thing = thing_or_404(request, *numbered.popitem())
    try:
        kept = keeping.keep(thing, by=the_member(request).pen_name)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        edit = reverse("bookmarks:edit", args=[kept.pk])
        said, more = kept_words().now_kept % thing, _("Add a comment, or keep it to yourself")
        messages.success(request, format_html('{} <a href="{}">{}</a>', said, edit, more))
    return redirect(way_back(request, otherwise=thing.get_absolute_url()))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(AuthorsForm)
def keep_authors(request: HttpRequest, story: int) -> HttpResponse:
    """Offer all authors of a story at once, or keep those that are ticked."""
    shown = get_object_or_404(for_byline(stories_listed_for(request.user)), pk=story)
    form = _authors_form(request, shown)
    if not form.has_choices:
        return redirect("bookmarks:my_authors")
    if request.method == "POST" and form.is_valid():
        try:
            keeping.keep_all(form.chosen(), form.said(), by=form.signature())
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, kept_words().authors_kept % form.names())
            return redirect(shown)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "story": shown}
    return render(request, "bookmarks/keep_authors.html", context, status=status)


def _authors_form(request: HttpRequest, story: Story) -> AuthorsForm:
    member = the_member(request)
    data = request.POST if request.method == "POST" else kept_fields(request)
    kept = set(bookmarks_editable_by(member).values_list("author", flat=True))
    others = [author for author in story.authors_shown if author.member_id != member.pk]
    not_yet = [author for author in others if author.pk not in kept]
    return AuthorsForm(not_yet, member, data)
