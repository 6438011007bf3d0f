"""The office's desk for polls."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.common.refusal import Refusal
from storyhold.polls import actions
from storyhold.polls.access import polls_kept_by
from storyhold.polls.queries import polls_shown
from storyhold.web.parts.kept import kept_fields
from storyhold.web.parts.office import for_moderators, office_page
from storyhold.web.parts.refused import add_refusal
from storyhold.web.polls.forms import NewPoll

ON_A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@for_moderators
def desk(request: HttpRequest) -> HttpResponse:
    """List all polls with how they stand, and ask a new question."""
    form = NewPoll(request.POST if request.method == "POST" else kept_fields(request))
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            actions.open_poll(question=typed["question"], choices=typed["choices"].splitlines())
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The poll is open."))
            return redirect("polls:desk")
    page = Paginator(polls_kept_by(request.user), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "polls": polls_shown(request.user, list(page))}
    status = 422 if request.method == "POST" else 200
    return office_page(request, "polls/desk.html", context, status=status)


@require_POST
@for_moderators
def close(request: HttpRequest, poll: int) -> HttpResponse:
    """End the voting."""
    actions.close_poll(get_object_or_404(polls_kept_by(request.user), pk=poll, is_open=True))
    messages.success(request, _("The poll is closed; everybody sees the result."))
    return redirect("polls:desk")


@require_http_methods(["GET", "HEAD", "POST"])
@for_moderators
def delete(request: HttpRequest, poll: int) -> HttpResponse:
    """Ask whether a poll should go; sent by POST, delete it with its votes."""
    found = get_object_or_404(polls_kept_by(request.user), pk=poll)
    if request.method == "POST":
        actions.delete_poll(found)
        messages.success(request, _("The poll is deleted."))
        return redirect("polls:desk")
    return office_page(request, "polls/delete.html", {"poll": found})
