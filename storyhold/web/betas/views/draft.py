"""A draft, for whoever has a private link to it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from storyhold.betas.access import chapters_behind, link_with
from storyhold.betas.actions import leave_note
from storyhold.betas.models import DraftLink
from storyhold.betas.queries import Placed, notes_by_link, placed
from storyhold.common.refusal import Refusal
from storyhold.prose.numbering import with_marks
from storyhold.prose.texts import numbered_texts
from storyhold.stories.models import Chapter
from storyhold.stories.queries import with_story
from storyhold.web.betas.forms import note_form, signature
from storyhold.web.parts.guests import is_too_often
from storyhold.web.parts.refused import add_refusal
from storyhold.web.parts.views import is_from_our_own_page

View = Callable[..., HttpResponse]


def in_private(view: View) -> View:
    """Let nobody keep the page, index it, or learn its address from what it links to."""

    @wraps(view)
    def door(request: HttpRequest, **of_what: Any) -> HttpResponse:
        response = view(request, **of_what)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return door


@require_safe
@in_private
def draft(request: HttpRequest, token: str) -> HttpResponse:
    """Show the chapters behind a link; of one chapter alone, lead to it."""
    link = _link(token)
    chapters = list(chapters_behind(link).order_by("number"))
    if not chapters:
        raise Http404
    if link.chapter_id:
        return redirect("betas:draft_chapter", token, chapters[0].pk)
    return render(request, "betas/draft.html", _shown(link, token) | {"chapters": chapters})


# Exempt because a page that tells nobody its address lets the browser send no origin, which the
# check of the token asks for. What is sent here needs the secret in the address, and
# `is_from_our_own_page` refuses another site's forms.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@in_private
def draft_chapter(request: HttpRequest, token: str, chapter: int) -> HttpResponse:
    """Show a chapter as readers will see it, with a mark at each paragraph; or take a note."""
    link = _link(token)
    behind = with_story(chapters_behind(link)).select_related("text", "signed_by", "story__rating")
    found = get_object_or_404(behind, pk=chapter)
    if request.method == "POST":
        if not is_from_our_own_page(request):
            return HttpResponseForbidden()
        return _take_note(request, link, found, token)
    asked = request.GET.get("paragraph", "")
    form = note_form(request, initial={"paragraph": asked if asked.isdecimal() else ""})
    return _page(request, link, found, token, form, asked=asked)


def _take_note(request: HttpRequest, link: DraftLink, chapter: Chapter, token: str) -> HttpResponse:
    form = note_form(request)
    if form.is_valid() and not is_too_often(request, "note", form):
        typed = form.cleaned_data
        try:
            note = leave_note(
                link,
                chapter,
                text=typed["text"],
                paragraph=typed["paragraph"],
                by=signature(form),
                guest_name=typed.get("guest_name", ""),
            )
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Your note is left. The author sees it."))
            here = reverse("betas:draft_chapter", args=[token, chapter.pk])
            return redirect(f"{here}#{f'p{note.paragraph}' if note.paragraph else 'notes'}")
    asked = request.POST.get("paragraph", "")
    return _page(request, link, chapter, token, form, asked=asked, status=422)


def _page(
    request: HttpRequest,
    link: DraftLink,
    chapter: Chapter,
    token: str,
    form: Any,
    *,
    asked: str,
    status: int = 200,
) -> HttpResponse:
    html = chapter.text.html
    notes = placed(notes_by_link(link, chapter), html)
    paragraphs = numbered_texts(html)
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0
    context = _shown(link, token) | {
        "story": chapter.story,
        "chapter": chapter,
        "html": with_marks(html, lambda paragraph: _mark(paragraph, notes)),
        "notes": notes,
        "at": sorted(notes.at.items()),
        "form": form,
        "quote": paragraphs.get(number, ""),
        "number": number,
        "neighbors": _neighbors(link, chapter),
    }
    return render(request, "betas/draft_chapter.html", context, status=status)


def _mark(paragraph: int, notes: Placed) -> str:
    """Return the link with which a note on a paragraph begins, and one to those it has."""
    write = _("Write a note on paragraph %d") % paragraph
    mark = format_html(
        '<a class="note-mark" href="?paragraph={}#note" aria-label="{}" title="{}">✎</a>',
        paragraph, write, write,
    )  # fmt: skip
    if count := len(notes.at.get(paragraph, [])):
        words = ngettext("%d note", "%d notes", count) % count
        mark += format_html(
            '<a class="note-mark note-mark--has" href="#notes-{}">{}</a> ', paragraph, words
        )
    return mark


def _neighbors(link: DraftLink, chapter: Chapter) -> dict[str, Chapter | None]:
    others = chapters_behind(link)
    return {
        "previous": others.filter(number__lt=chapter.number).order_by("-number").first(),
        "next": others.filter(number__gt=chapter.number).order_by("number").first(),
    }


def _link(token: str) -> DraftLink:
    link = link_with(token)
    if link is None:
        raise Http404
    return link


def _shown(link: DraftLink, token: str) -> dict[str, Any]:
    return {"link": link, "token": token, "story": link.story}
