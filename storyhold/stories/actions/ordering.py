"""The order of a story's chapters: numbers from 1, without gaps."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Case, F, Q, QuerySet, When

from storyhold.stories.actions.news import announce
from storyhold.stories.models import Chapter, Story
from storyhold.stories.refusals import NoSuchPlace

# Far above any real number: while chapters change places no two may have the same.
ASIDE = 1_000_000


@transaction.atomic
def move_chapter(chapter: Chapter, *, to: int) -> None:
    """Move a chapter to place `to`, from 1; those between make room. Raises `NoSuchPlace`."""
    story = Story.objects.select_for_update().get(pk=chapter.story_id)
    order = [pk for pk in live_chapters(story) if pk != chapter.pk]
    if not 1 <= to <= len(order) + 1:
        raise NoSuchPlace(count=len(order) + 1)
    order.insert(to - 1, chapter.pk)
    number_chapters(story, order)
    announce(story)


def live_chapters(story: Story) -> list[int]:
    """Return the ids of the story's chapters in order, without those in the trash."""
    return list(_in_order(story).values_list("pk", flat=True))


def close_gaps(story: Story) -> None:
    """Let the story's chapters have the numbers 1, 2, 3 … again, in the caller's transaction."""
    numbered = list(_in_order(story).values_list("pk", "number"))
    if [number for _pk, number in numbered] != list(range(1, len(numbered) + 1)):
        number_chapters(story, [pk for pk, _number in numbered])


def _in_order(story: Story) -> QuerySet[Chapter]:
    # Drafts for a round robin come last: they are at its end once they are published, and until
    # then nobody but their writers knows of them.
    waits = Q(is_writers_own=True, is_public=False)
    live = story.chapters.filter(deleted_at=None)
    return live.order_by(Case(When(waits, then=1), default=0), "number")


def number_chapters(story: Story, order: Sequence[int]) -> None:
    """Give the chapters with these ids the numbers 1, 2, 3 … in the caller's transaction."""
    # Two steps, because a unique constraint looks at every row as it is written.
    story.chapters.filter(pk__in=order).update(number=F("number") + ASIDE)
    for number, pk in enumerate(order, start=1):
        Chapter.objects.filter(pk=pk).update(number=number)
