"""Stories to which any member may add a chapter."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from storyhold.common.refusal import Refusal
from storyhold.stories.access import chapters_returnable_by, is_writer
from storyhold.stories.actions.round_robins import (
    close_round_robin,
    give_back,
    open_round_robin,
)
from storyhold.web.desk.doors import my_story, the_member
from storyhold.web.desk.words import say
from storyhold.web.parts.kept import signed_in


@signed_in
@require_POST
def open_(request: HttpRequest, story: int) -> HttpResponse:
    """Let any member add chapters."""
    found = my_story(request, story)
    try:
        open_round_robin(found)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        done = _(
            "“%s” is a round robin: once it is public, any member may add a chapter at its end. "
            "Each chapter stays its writer’s."
        )
        say(request, done % found.title)
    return redirect("desk:story", found.pk)


@signed_in
@require_POST
def close(request: HttpRequest, story: int) -> HttpResponse:
    """Take no more chapters."""
    found = my_story(request, story)
    close_round_robin(found)
    say(request, _("“%s” takes no new chapters. Those it has stay.") % found.title)
    return redirect("desk:story", found.pk)


@signed_in
def give_chapter_back(request: HttpRequest, chapter: int) -> HttpResponse:
    """Ask; then take a chapter out of a round robin, and make it a story of its writer's."""
    returnable = chapters_returnable_by(request.user).select_related("story", "signed_by__member")
    found = get_object_or_404(returnable, pk=chapter)
    is_mine, story = is_writer(request.user, found), found.story
    if request.method != "POST":
        context = {"chapter": found, "story": story, "is_mine": is_mine}
        return render(request, "desk/give_back.html", context)
    try:
        own = give_back(found, by=the_member(request))
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:story", story.pk)
    if is_mine:
        say(request, _("“%s” is a story of your own now, and a draft.") % own.title)
        return redirect("desk:story", own.pk)
    say(request, _("The chapter is given back. Its writer finds it as a draft of their own."))
    return redirect("desk:story", story.pk)
