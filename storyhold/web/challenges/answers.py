"""Answering a challenge."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.challenges.access import answers_removable_by, challenges
from storyhold.challenges.actions import answer_with, remove_answer
from storyhold.challenges.queries import answered_with, works_of
from storyhold.web.challenges.forms import AnswerForm
from storyhold.web.parts.kept import kept_fields, signed_in, the_member


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def answer(request: HttpRequest, challenge: int) -> HttpResponse:
    """Show the member's stories and series to tick, or keep what is ticked."""
    found = get_object_or_404(challenges(), pk=challenge)
    stories, series = works_of(the_member(request))
    data = request.POST if request.method == "POST" else kept_fields(request)
    answering = answered_with(found, [*stories, *series])
    form = AnswerForm(data, stories=stories, series=series, answering=answering)
    if request.method == "POST" and form.is_valid():
        answer_with(found, form.chosen(), by=the_member(request))
        messages.success(request, _("Your answers to “%s” are as you ticked them.") % found.title)
        return redirect(found)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "challenge": found}
    return render(request, "challenges/answer.html", context, status=status)


@require_POST
@signed_in
def remove(request: HttpRequest, answer: int) -> HttpResponse:
    """Take one answer off its challenge."""
    removable = answers_removable_by(request.user)
    found = get_object_or_404(removable.select_related("challenge", "story", "series"), pk=answer)
    remove_answer(found)
    messages.success(request, _("“%s” does not answer this challenge any more.") % found.title)
    return redirect(found.challenge)
