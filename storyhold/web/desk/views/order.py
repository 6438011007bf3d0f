"""Where a chapter stands, and whether it is there."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from storyhold.common.refusal import Refusal
from storyhold.stories.access import chapters_in_trash_of, chapters_movable_by
from storyhold.stories.actions.ordering import move_chapter
from storyhold.stories.actions.trash import delete_chapter, restore_chapter
from storyhold.stories.rules import KEPT_FOR
from storyhold.web.desk.doors import my_chapter
from storyhold.web.desk.forms import PlaceForm
from storyhold.web.desk.words import say, say_of_chapter
from storyhold.web.parts.kept import signed_in
from storyhold.web.parts.refused import add_refusal


@signed_in
@require_POST
def move(request: HttpRequest, chapter: int) -> HttpResponse:
    """Give the chapter another place; the others make room."""
    found = get_object_or_404(chapters_movable_by(request.user), pk=chapter)
    form = PlaceForm(request.POST)
    if form.is_valid():
        try:
            move_chapter(found, to=form.cleaned_data["number"])
        except Refusal as refusal:
            add_refusal(form, refusal)
    for error in form["number"].errors:
        messages.error(request, str(error))
    if form.is_valid():
        say(request, _("The chapter is number %d now.") % form.cleaned_data["number"])
    return redirect("desk:story", found.story_id)


@signed_in
def delete(request: HttpRequest, chapter: int) -> HttpResponse:
    """Ask; then put the chapter into the trash."""
    found = my_chapter(request, chapter)
    if request.method != "POST":
        context = {"chapter": found, "story": found.story, "days": KEPT_FOR.days}
        return render(request, "desk/delete_chapter.html", context)
    try:
        delete_chapter(found)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        done = _(
            "%(heading)s is in the trash, and nobody can see it. You can bring it back within "
            "%(days)d days."
        )
        sentence = done % {"heading": found.heading, "days": KEPT_FOR.days}
        say(request, sentence, label=_("Open the trash"), address=reverse("desk:trash"))
    return redirect("desk:story", found.story_id)


@signed_in
@require_POST
def restore(request: HttpRequest, chapter: int) -> HttpResponse:
    """Take the chapter out of the trash."""
    in_trash = chapters_in_trash_of(request.user).select_related("story")
    found = get_object_or_404(in_trash, pk=chapter)
    restore_chapter(found)
    found.refresh_from_db()
    say_of_chapter(request, _("%s is back as it was.") % found.heading, found)
    return redirect("desk:story", found.story_id)
