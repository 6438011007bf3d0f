"""A story from its authors' side; deleting it and bringing it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from storyhold.stories.access import (
    chapters_editable_by,
    chapters_movable_by,
    chapters_returnable_by,
    stories_contributed_to_by,
    stories_in_trash_of,
)
from storyhold.stories.actions.contributions import takes_chapters
from storyhold.stories.actions.trash import delete_story, restore_story
from storyhold.stories.models import Story
from storyhold.stories.queries import chapters_listed, for_byline
from storyhold.stories.rules import KEPT_FOR
from storyhold.stories.waiting import any_held
from storyhold.web.desk.cards import cards
from storyhold.web.desk.doors import my_story
from storyhold.web.desk.words import say, say_of_story
from storyhold.web.parts.kept import signed_in


@signed_in
@require_safe
def story(request: HttpRequest, story: int) -> HttpResponse:
    """Show the story's chapters in order, drafts too, with all that can be done.

    Of somebody else's round robin: what the member has written for it.
    """
    contributed = stories_contributed_to_by(request.user).filter(pk=story)
    if contributed.exists():
        return _contributed(request, get_object_or_404(for_byline(contributed)))
    found = my_story(request, story)
    chapters = chapters_listed(chapters_movable_by(request.user), found)
    context = {
        "story": found,
        "chapters": chapters,
        "is_held": any_held(chapters) and not found.is_public,
        "cards": cards(
            chapters,
            mine=set(chapters_editable_by(request.user).filter(story=found)),
            returnable=set(chapters_returnable_by(request.user).filter(story=found)),
        ),
    }
    return render(request, "desk/story.html", context)


def _contributed(request: HttpRequest, story: Story) -> HttpResponse:
    context = {
        "story": story,
        "chapters": chapters_listed(chapters_editable_by(request.user), story),
        "is_open": takes_chapters(story),
    }
    return render(request, "desk/contributed.html", context)


@signed_in
def delete(request: HttpRequest, story: int) -> HttpResponse:
    """Ask; then put the story into the trash."""
    found = my_story(request, story)
    if request.method != "POST":
        context = {"story": found, "days": KEPT_FOR.days}
        return render(request, "desk/delete_story.html", context)
    delete_story(found)
    done = _(
        "“%(title)s” is in the trash, and nobody can see it. You can bring it back within "
        "%(days)d days."
    )
    sentence = done % {"title": found.title, "days": KEPT_FOR.days}
    say(request, sentence, label=_("Open the trash"), address=reverse("desk:trash"))
    return redirect("desk:mine")


@signed_in
@require_POST
def restore(request: HttpRequest, story: int) -> HttpResponse:
    """Take the story out of the trash."""
    found = get_object_or_404(stories_in_trash_of(request.user), pk=story)
    restore_story(found)
    say_of_story(request, _("“%s” is back as it was.") % found.title, found)
    return redirect("desk:story", found.pk)
