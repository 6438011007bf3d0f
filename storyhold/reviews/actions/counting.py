"""The numbers of reviews and kudos kept beside stories and chapters."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import Count, F, Q, Sum

from storyhold.reviews.models import Review
from storyhold.stories.actions.counting import Drift
from storyhold.stories.models import Chapter, Story


def refresh_review_counters(story: Story) -> list[Drift]:
    """Count the story's reviews and ratings anew, in the caller's transaction."""
    # The row first: two readers who review at once must count one after the other.
    story = Story.objects.select_for_update().get(pk=story.pk)
    found = story.reviews.aggregate(
        review_count=Count("pk"),
        rated_count=Count("pk", filter=Q(rating__isnull=False)),
        rated_sum=Sum("rating"),
    )
    drifts = []
    for counter, counted in found.items():
        was, is_now = getattr(story, counter), counted or 0
        if was != is_now:
            drifts.append(Drift(story.pk, counter, was, is_now))
        setattr(story, counter, is_now)
    story.save(update_fields=list(found))
    return drifts


def refresh_kudos_counter(story: Story) -> None:
    """Count the story's kudos anew, in the caller's transaction."""
    story = Story.objects.select_for_update().get(pk=story.pk)
    story.kudos_count = story.kudos.count()
    story.save(update_fields=["kudos_count"])


def refresh_chapter_counter(chapter: Chapter) -> None:
    """Count the chapter's reviews anew."""
    Chapter.objects.filter(pk=chapter.pk).update(review_count=chapter.reviews.count())


@transaction.atomic
def move_reviews(chapter: Chapter, *, from_story: Story) -> None:
    """Let a chapter's reviews go with it to another story."""
    Review.objects.filter(chapter=chapter).update(story=chapter.story)
    for story in (from_story, chapter.story):
        refresh_review_counters(story)


def recount() -> Iterator[Drift]:
    """Put every story's review counters right and yield those that were not."""
    for chapter in Chapter.objects.annotate(found=Count("reviews")).exclude(
        review_count=F("found")
    ):
        yield Drift(
            chapter.story_id,
            f"reviews of chapter {chapter.number}",
            chapter.review_count,
            chapter.found,
        )
        refresh_chapter_counter(chapter)
    for story in Story.objects.order_by("pk"):
        with transaction.atomic():
            yield from refresh_review_counters(story)
    yield from _recount_kudos()


def _recount_kudos() -> Iterator[Drift]:
    for story in Story.objects.annotate(found=Count("kudos")).exclude(kudos_count=F("found")):
        yield Drift(story.pk, "kudos_count", story.kudos_count, story.found)
        with transaction.atomic():
            refresh_kudos_counter(story)
