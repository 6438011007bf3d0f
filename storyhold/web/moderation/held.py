"""The office's desk for work that waits: the queue, reading, approving, sending back."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from storyhold.common.refusal import Refusal
from storyhold.moderation.access import decisions_visible_to
from storyhold.moderation.actions import deciding
from storyhold.moderation.queries import latest_decisions
from storyhold.moderation.wording import approval_wording, letter_on, return_wording
from storyhold.stories.access import chapters_held_for, stories_trusted_for
from storyhold.stories.actions.submitting import trust_story
from storyhold.stories.models import Chapter
from storyhold.stories.queries import for_byline
from storyhold.stories.waiting import longest_waiting, with_text
from storyhold.web.moderation.forms import Approval, SendingBack
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields, the_member
from storyhold.web.parts.office import for_moderators, office_page
from storyhold.web.parts.refused import add_refusal

ON_A_PAGE = 50


@require_safe
@for_moderators
def held(request: HttpRequest) -> HttpResponse:
    """List what waits, the longest first."""
    waiting = longest_waiting(chapters_held_for(request.user))
    page = Paginator(waiting, ON_A_PAGE).get_page(request.GET.get("page"))
    return office_page(request, "moderation/held.html", {"page": page, "tab": "held"})


@require_safe
@for_moderators
def decided(request: HttpRequest) -> HttpResponse:
    """List what became of what waited, the latest first."""
    decisions = latest_decisions(decisions_visible_to(request.user))
    page = Paginator(decisions, ON_A_PAGE).get_page(request.GET.get("page"))
    return office_page(request, "moderation/decided.html", {"page": page, "tab": "decided"})


@require_safe
@for_moderators
def trusted(request: HttpRequest) -> HttpResponse:
    """List the stories whose new chapters do not wait."""
    stories = for_byline(stories_trusted_for(request.user)).order_by("title_key", "pk")
    page = Paginator(stories, ON_A_PAGE).get_page(request.GET.get("page"))
    return office_page(request, "moderation/trusted.html", {"page": page, "tab": "trusted"})


@require_POST
@for_moderators
def end_trust(request: HttpRequest, story: int) -> HttpResponse:
    """Let the story's new chapters wait again."""
    found = get_object_or_404(stories_trusted_for(request.user), pk=story)
    trust_story(found, is_trusted=False)
    messages.success(request, _("New chapters of “%s” wait for approval again.") % found.title)
    return redirect("moderation:trusted")


@require_safe
@for_moderators
def read(request: HttpRequest, held: int) -> HttpResponse:
    """Show a chapter that waits, with its story, and the two forms that decide on it."""
    kept = kept_fields(request) or QueryDict()
    return _page(
        request,
        _waiting(request, held),
        approval=Approval(kept) if "letter" in kept else None,
        sending_back=SendingBack(kept) if "words" in kept else None,
        status=200,
    )


@require_POST
@for_moderators
@gives_back(Approval)
def approve(request: HttpRequest, held: int) -> HttpResponse:
    """Show the chapter to readers."""
    chapter = _waiting(request, held)
    form = Approval(request.POST)
    if form.is_valid():
        try:
            deciding.approve(chapter, by=the_member(request), **form.cleaned_data)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("%s is approved; readers see it now.") % chapter.heading)
            return redirect("moderation:held")
    return _page(request, _waiting(request, held), approval=form)


@require_POST
@for_moderators
@gives_back(SendingBack)
def send_back(request: HttpRequest, held: int) -> HttpResponse:
    """Make the chapter a draft again, with a letter to its authors."""
    chapter = _waiting(request, held)
    form = SendingBack(request.POST)
    if form.is_valid():
        try:
            deciding.send_back(chapter, by=the_member(request), letter=form.cleaned_data["words"])
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            done = _("%s is a draft again, and its authors have your letter.")
            messages.success(request, done % chapter.heading)
            return redirect("moderation:held")
    return _page(request, chapter, sending_back=form)


def _waiting(request: HttpRequest, pk: int) -> Chapter:
    return get_object_or_404(with_text(longest_waiting(chapters_held_for(request.user))), pk=pk)


def _page(
    request: HttpRequest,
    chapter: Chapter,
    *,
    approval: Approval | None = None,
    sending_back: SendingBack | None = None,
    status: int = 422,
) -> HttpResponse:
    context = {
        "chapter": chapter,
        "story": chapter.story,
        "approval": approval
        or Approval(initial={"letter": _begun(request, chapter, approval_wording())}),
        "sending_back": sending_back
        or SendingBack(initial={"words": _begun(request, chapter, return_wording())}),
    }
    return office_page(request, "moderation/read_held.html", context, status=status)


def _begun(request: HttpRequest, chapter: Chapter, wording: str) -> str:
    home = absolute(request, "/").removesuffix("/")
    return letter_on(chapter, wording, by=the_member(request), home=home)
