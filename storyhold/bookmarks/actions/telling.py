"""Telling those who follow that there is something new.

Each of these may be done twice, or break off and be done again: nobody is told twice.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from storyhold.accounts.models import Member
from storyhold.bookmarks.models import Thing
from storyhold.bookmarks.queries import followers_of
from storyhold.notices.actions import tell
from storyhold.series.models import Series, SeriesItem
from storyhold.stories.access import stories_in_the_open
from storyhold.stories.models import Chapter, Story
from storyhold.stories.queries import members_who_sign


@transaction.atomic
def tell_of_chapter(chapter_id: int, *, is_new_story: bool) -> None:
    """Tell of a chapter that readers can see for the first time, or of its whole story.

    Of one that was taken back in the meantime nobody hears.
    """
    visible = Chapter.objects.filter(is_public=True, deleted_at=None)
    chapter = visible.filter(pk=chapter_id, story__in=stories_in_the_open()).first()
    if chapter is None:
        return
    if is_new_story:
        _tell_of_story(chapter.story)
    else:
        _tell_of_next(chapter)


def _tell_of_story(story: Story) -> None:
    authors = story.authors_shown
    told = set(_followers(authors, story))
    names = ", ".join(author.name for author in authors)
    about, path = f"story:{story.pk}", story.get_absolute_url()
    tell(told, "new_story", about=about, path=path, author=names, title=story.title)
    for place in story.series_items.filter(accepted_at__isnull=False).select_related("series"):
        _tell_of_place(place.series, story, told)


def _tell_of_next(chapter: Chapter) -> None:
    tell(
        _followers([chapter.story], chapter.story),
        "new_chapter",
        about=f"chapter:{chapter.pk}",
        path=reverse("chapters:permanent", args=[chapter.pk]),
        title=chapter.story.title,
        chapter=chapter.heading,
    )


@transaction.atomic
def tell_of_place(item_id: int) -> None:
    """Tell of a story that stands in a series now, if readers can see it there."""
    visible = SeriesItem.objects.filter(accepted_at__isnull=False, story__in=stories_in_the_open())
    place = visible.filter(pk=item_id).select_related("series", "story").first()
    if place and place.story:
        _tell_of_place(place.series, place.story, set())


def _tell_of_place(series: Series, story: Story, told: set[Member]) -> None:
    fresh = set(_followers([series], story)) - told
    about, path = f"story:{story.pk}", story.get_absolute_url()
    tell(fresh, "series_story", about=about, path=path, title=story.title, series=series.title)
    told |= fresh


def _followers(things: Iterable[Thing], story: Story) -> QuerySet[Member]:
    """Return who follows any of the things, without those who wrote the story themselves."""
    return followers_of(things, but_not=members_who_sign(story))
