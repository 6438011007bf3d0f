"""Fetching what an author may see in numbers."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from storyhold.stories.access import chapters_editable_by, stories_editable_by
from storyhold.stories.models import Chapter, Story


def my_stories(request: HttpRequest) -> QuerySet[Story]:
    """Return the stories this member signs, the most read first, without their long texts."""
    mine = stories_editable_by(request.user).order_by("-read_count", "title_key")
    return mine.defer("found_by", "summary_source", "summary_html", "notes_source", "notes_html")


def my_story(request: HttpRequest, story: int) -> Story:
    """Return one of them, or answer “not found”."""
    return get_object_or_404(my_stories(request), pk=story)


def alone(story: Story) -> QuerySet[Story]:
    """Return the story as the only one of a query."""
    return Story.objects.filter(pk=story.pk)


def chapters_of(request: HttpRequest, story: Story) -> QuerySet[Chapter]:
    """Return the story's chapters, drafts too, in order."""
    return chapters_editable_by(request.user).filter(story=story).order_by("number")
