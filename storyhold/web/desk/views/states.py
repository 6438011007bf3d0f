"""Who can read a story or chapter, and whether it is complete."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from storyhold.common.refusal import Refusal
from storyhold.stories.actions import publishing
from storyhold.web.desk.doors import my_chapter, my_story, the_member
from storyhold.web.desk.words import (
    say_of_chapter,
    say_of_story,
    say_that_chapter_is_published,
    say_that_story_is_published,
)
from storyhold.web.parts.kept import signed_in


@signed_in
@require_POST
def publish_story(request: HttpRequest, story: int) -> HttpResponse:
    """Make the story public."""
    found = my_story(request, story)
    try:
        found = publishing.publish_story(found, by=the_member(request))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        say_that_story_is_published(request, found)
    return redirect("desk:story", found.pk)


@signed_in
@require_POST
def unpublish_story(request: HttpRequest, story: int) -> HttpResponse:
    """Take the story back, from readers or from those who wait to read it."""
    found = my_story(request, story)
    if found.is_public:
        done = _("“%s” is not public any more. Its reviews and numbers are kept.")
    else:
        done = _("“%s” is withdrawn.")
    publishing.unpublish_story(found)
    say_of_story(request, done % found.title, found)
    return redirect("desk:story", found.pk)


@signed_in
@require_POST
def complete(request: HttpRequest, story: int) -> HttpResponse:
    """Say that the story has its last chapter."""
    found = my_story(request, story)
    publishing.mark_complete(found)
    say_of_story(request, _("“%s” is marked as complete.") % found.title, found)
    return redirect("desk:story", found.pk)


@signed_in
@require_POST
def in_progress(request: HttpRequest, story: int) -> HttpResponse:
    """Say that more is to come."""
    found = my_story(request, story)
    publishing.mark_in_progress(found)
    say_of_story(request, _("“%s” is marked as in progress.") % found.title, found)
    return redirect("desk:story", found.pk)


@signed_in
@require_POST
def publish_chapter(request: HttpRequest, chapter: int) -> HttpResponse:
    """Make the chapter public, and its story with it."""
    found = my_chapter(request, chapter)
    try:
        found = publishing.publish_chapter(found, by=the_member(request))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        say_that_chapter_is_published(request, found)
    return redirect("desk:story", found.story_id)


@signed_in
@require_POST
def unpublish_chapter(request: HttpRequest, chapter: int) -> HttpResponse:
    """Make the chapter a draft again."""
    found = my_chapter(request, chapter)
    done = _("%s is withdrawn.") if found.held_at else _("%s is not public any more.")
    try:
        found = publishing.unpublish_chapter(found)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        say_of_chapter(request, done % found.heading, found)
    return redirect("desk:story", found.story_id)
