"""Writing reviews, answering and deleting them, and counting them."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import Count, F, Q, Sum
from django.utils.timezone import now

from storyhold.accounts.models import PenName
from storyhold.archive.queries import the_archive
from storyhold.prose.canonical import guess_format, short_html
from storyhold.prose.one_line import one_line
from storyhold.prose.plain_text import plain_text
from storyhold.reviews.models import Reply, Review
from storyhold.reviews.refusals import (
    GuestsMayNotReview,
    HasReply,
    NoSuchRating,
    OwnStory,
    ReviewIsEmpty,
    ReviewIsGone,
    ReviewIsTooLong,
)
from storyhold.reviews.rules import MOST_LETTERS, ratings_offered
from storyhold.stories.access import is_writer
from storyhold.stories.actions.counting import Drift
from storyhold.stories.actions.news import announce
from storyhold.stories.models import Chapter, Story


@transaction.atomic
def write_review(
    chapter: Chapter,
    *,
    by: PenName | None,
    text: str,
    rating: int | None = None,
    guest_name: str = "",
    at: datetime | None = None,
) -> Review:
    """Write a review under a chapter. `by=None` is a guest.

    `at` is for a review that is older than this archive: whether guests may review is then not
    asked, because it was allowed where it was written.
    Raises `GuestsMayNotReview`, `OwnStory`, `NoSuchRating`, `ReviewIsEmpty`, `ReviewIsTooLong`.
    """
    if by is None and at is None and not the_archive().guests_may_review:
        raise GuestsMayNotReview
    _refuse_own_story(chapter, by)
    review = Review(story=chapter.story, chapter=chapter, pen_name=by, created_at=at or now())
    review.guest_name = "" if by else one_line(guest_name)[:60] or "Anonymous"
    _fill(review, text=text, rating=rating)
    review.save()
    _refresh(review)
    return review


def _refuse_own_story(chapter: Chapter, by: PenName | None) -> None:
    if by is None:
        return
    authors = chapter.story.authorships.filter(accepted_at__isnull=False)
    is_author = authors.filter(pen_name__member=by.member_id).exists()
    if is_author or is_writer(by.member, chapter):
        raise OwnStory


@transaction.atomic
def edit_review(review: Review, *, text: str, rating: int | None) -> None:
    """Change one's review.

    Raises `NoSuchRating`, `ReviewIsEmpty`, `ReviewIsTooLong`, `ReviewIsGone`.
    """
    _wait_for(review)
    _fill(review, text=text, rating=rating)
    review.edited_at = now()
    review.save(update_fields=["source", "html", "rating", "edited_at"])
    _refresh(review)


def _wait_for(review: Review) -> None:
    """Let one after the other change a review; it may have been deleted in another tab."""
    if Review.objects.select_for_update().filter(pk=review.pk).first() is None:
        raise ReviewIsGone


def _fill(review: Review, *, text: str, rating: int | None) -> None:
    # A rating given while the archive offered others may stay as it is.
    is_new = rating is not None and rating != review.rating
    if is_new and rating not in ratings_offered(the_archive().review_rating):
        raise NoSuchRating
    review.source, review.html, review.rating = text, _clean(text), rating


@transaction.atomic
def delete_review(review: Review) -> None:
    """Remove a review with its answer."""
    story, chapter = review.story, review.chapter
    review.delete()
    refresh_review_counters(story)
    if chapter:
        refresh_chapter_counter(chapter)
    announce(story)


@transaction.atomic
def reply_to(review: Review, *, by: PenName, text: str) -> Reply:
    """Answer a review as the author, once.

    Raises `HasReply`, `ReviewIsEmpty`, `ReviewIsTooLong`, `ReviewIsGone`.
    """
    # The row first: of two authors who answer at once, the second is told.
    _wait_for(review)
    if Reply.objects.filter(review=review).exists():
        raise HasReply
    reply = Reply(review=review, pen_name=by, source=text, html=_clean(text), created_at=now())
    reply.save()
    announce(review.story)
    return reply


@transaction.atomic
def edit_reply(reply: Reply, *, text: str) -> None:
    """Change the answer. Raises `ReviewIsEmpty`, `ReviewIsTooLong`, `ReviewIsGone`."""
    _wait_for(reply.review)
    if not Reply.objects.filter(pk=reply.pk).exists():
        raise ReviewIsGone
    reply.source, reply.html, reply.edited_at = text, _clean(text), now()
    reply.save(update_fields=["source", "html", "edited_at"])
    announce(reply.review.story)


@transaction.atomic
def delete_reply(reply: Reply) -> None:
    """Take the answer back."""
    story = reply.review.story
    reply.delete()
    announce(story)


def _clean(text: str) -> str:
    if len(text) > MOST_LETTERS:
        raise ReviewIsTooLong(letters=f"{len(text):,}", most=f"{MOST_LETTERS:,}")
    html = short_html(text, format=guess_format(text))
    if not plain_text(html).strip():
        raise ReviewIsEmpty
    return html


def _refresh(review: Review) -> None:
    refresh_review_counters(review.story)
    if review.chapter:
        refresh_chapter_counter(review.chapter)
    announce(review.story)


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
