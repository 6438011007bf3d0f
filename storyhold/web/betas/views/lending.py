"""An author's side: links to drafts, and what was noted on them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.betas.access import links_kept_by
from storyhold.betas.actions import lend, withdraw_link
from storyhold.betas.models import DraftLink
from storyhold.betas.queries import links_to, notes_on, notes_waiting, placed
from storyhold.betas.rules import LASTS
from storyhold.stories.access import chapters_editable_by, stories_editable_by
from storyhold.stories.models import Chapter, Story
from storyhold.stories.queries import chapters_listed, for_byline
from storyhold.web.betas.forms import LendForm
from storyhold.web.betas.rows import rows
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.guests import is_too_often
from storyhold.web.parts.kept import kept_fields, signed_in, the_member


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@never_cache
def story(request: HttpRequest, story: int) -> HttpResponse:
    """Show who may read the story's drafts, and which chapters have notes; or make a link."""
    found = get_object_or_404(for_byline(stories_editable_by(request.user)), pk=story)
    waiting = notes_waiting(the_member(request), found)
    chapters = chapters_listed(chapters_editable_by(request.user), found)
    context = {
        "story": found,
        "links": links_to(request.user, found),
        "chapters": [(each, waiting.get(each.pk, 0)) for each in chapters],
    }
    return _lending_page(request, "betas/story.html", context, found)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@never_cache
def chapter(request: HttpRequest, chapter: int) -> HttpResponse:
    """Show the chapter with the notes beside its paragraphs; or make a link."""
    mine = chapters_editable_by(request.user).select_related("story", "text", "signed_by")
    found = get_object_or_404(mine, pk=chapter)
    notes = placed(notes_on(the_member(request), found), found.text.html)
    context = {
        "story": found.story,
        "chapter": found,
        "links": links_to(request.user, found.story, found),
        "notes": notes,
        "rows": rows(found.text.html, notes),
    }
    return _lending_page(request, "betas/chapter.html", context, found.story, found)


def _lending_page(
    request: HttpRequest,
    template: str,
    context: dict[str, object],
    story: Story,
    chapter: Chapter | None = None,
) -> HttpResponse:
    context["days"] = LASTS.days
    if request.method != "POST":
        context["form"] = LendForm(kept_fields(request))
        return render(request, template, context)
    form = LendForm(request.POST)
    if not form.is_valid() or is_too_often(request, "lend", form):
        return render(request, template, context | {"form": form}, status=422)
    reader = form.cleaned_data["reader"]
    link, token = lend(story, chapter, by=the_member(request), reader=reader)
    address = absolute(request, reverse("betas:draft", args=[token]))
    back = context | {"link": link, "address": address, "back": _page_of(link)}
    return render(request, "betas/link_made.html", back)


@require_POST
@signed_in
def withdraw(request: HttpRequest, draft_link: int) -> HttpResponse:
    """Let a link lead nowhere from now on."""
    found = get_object_or_404(links_kept_by(request.user), pk=draft_link)
    withdraw_link(found)
    messages.success(request, _("The link opens nothing any more. The notes stay."))
    return redirect(_page_of(found))


def _page_of(link: DraftLink) -> str:
    if link.chapter_id:
        return reverse("betas:chapter", args=[link.chapter_id])
    return reverse("betas:story", args=[link.story_id])
