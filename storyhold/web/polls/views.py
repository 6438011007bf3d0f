"""Voting, and looking at what was asked before."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from storyhold.common.refusal import Refusal
from storyhold.freshness.pages import kept_for_guests
from storyhold.polls import actions
from storyhold.polls.access import polls_visible_to
from storyhold.polls.queries import closed_polls, open_poll_for, polls_shown
from storyhold.polls.refusals import NoSuchChoice
from storyhold.web.parts.kept import signed_in, the_member
from storyhold.web.parts.views import way_back

ON_A_PAGE = 10


@require_safe
@kept_for_guests()
def polls(request: HttpRequest) -> HttpResponse:
    """Show the open question, and the results of those before."""
    page = Paginator(closed_polls(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "open": open_poll_for(request.user),
        "page": page,
        "closed": polls_shown(request.user, list(page)),
    }
    return render(request, "polls/polls.html", context)


@require_POST
@signed_in
def vote(request: HttpRequest, poll: int) -> HttpResponse:
    """Count a vote, and go back to the page on which the question stood."""
    found = get_object_or_404(polls_visible_to(request.user), pk=poll)
    try:
        actions.vote(found, choice_id=_chosen(request), by=the_member(request))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Your vote is counted."))
    return redirect(way_back(request, otherwise=reverse("polls:polls")))


def _chosen(request: HttpRequest) -> int:
    sent = request.POST.get("choice", "")
    if not (sent.isascii() and sent.isdigit() and len(sent) < 19):
        raise NoSuchChoice
    return int(sent)
