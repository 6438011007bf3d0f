"""Every state in which a chapter was saved."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from storyhold.common.refusal import Refusal
from storyhold.prose.canonical import short_html
from storyhold.stories.access import revisions_visible_to
from storyhold.stories.actions.writing import restore_revision
from storyhold.stories.models import Chapter, Revision
from storyhold.stories.queries import revisions_listed, signers
from storyhold.web.desk.comparison import Version, differences
from storyhold.web.desk.doors import my_chapter, the_member
from storyhold.web.desk.words import say_of_chapter
from storyhold.web.parts.kept import signed_in

REVISIONS_ON_A_PAGE = 50


@signed_in
@require_safe
def listed(request: HttpRequest, chapter: int) -> HttpResponse:
    """Show when the chapter was saved, by whom, and how many words it had."""
    found = my_chapter(request, chapter)
    all_of_them = revisions_listed(revisions_visible_to(request.user), found)
    page = Paginator(all_of_them, REVISIONS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"chapter": found, "page": page, "signers": signers(found.story)}
    return render(request, "desk/revisions.html", context)


@signed_in
@require_safe
def revision(request: HttpRequest, chapter: int, number: int) -> HttpResponse:
    """Show the chapter as it was then."""
    found = my_chapter(request, chapter)
    then = _revision(request, found, str(number))
    context = {
        "chapter": found,
        "story": found.story,
        "revision": then,
        "as_it_was": _as_it_was(found, then),
        "signers": signers(found.story),
    }
    return render(request, "desk/revision.html", context)


@signed_in
@require_POST
def restore(request: HttpRequest, chapter: int, number: int) -> HttpResponse:
    """Make an old revision the newest."""
    found = my_chapter(request, chapter)
    then = _revision(request, found, str(number))
    try:
        found = restore_revision(then, by=the_member(request))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        done = _("%(heading)s is again as it was in version %(number)d.")
        say_of_chapter(request, done % {"heading": found.heading, "number": number}, found)
    return redirect("desk:revisions", found.pk)


@signed_in
@require_safe
def compared(request: HttpRequest, chapter: int) -> HttpResponse:
    """Show what changed between the revisions named `from` and `to` in the address."""
    found = my_chapter(request, chapter)
    old = _revision(request, found, request.GET.get("from", ""))
    new = _revision(request, found, request.GET.get("to", ""))
    context = {
        "chapter": found,
        "old": old,
        "new": new,
        "differences": differences(Version.saved(old), Version.saved(new)),
    }
    return render(request, "desk/compare.html", context)


def _revision(request: HttpRequest, chapter: Chapter, number: str) -> Revision:
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise Http404
    mine = revisions_visible_to(request.user)
    return get_object_or_404(mine, chapter=chapter, number=int(number))


def _as_it_was(chapter: Chapter, revision: Revision) -> Chapter:
    """Return a chapter, never saved, with what the revision holds."""
    return Chapter(
        number=chapter.number,
        title=revision.title,
        opening_note_html=short_html(revision.opening_note),
        closing_note_html=short_html(revision.closing_note),
        word_count=revision.word_count,
    )
