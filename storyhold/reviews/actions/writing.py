"""Writing reviews, changing and deleting them."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import PenName
from storyhold.archive.queries import the_archive
from storyhold.notices.actions import tell, withdraw
from storyhold.prose.one_line import one_line
from storyhold.reviews.actions.counting import refresh_chapter_counter, refresh_review_counters
from storyhold.reviews.actions.text import clean
from storyhold.reviews.models import Review
from storyhold.reviews.refusals import (
    GuestsMayNotReview,
    NoSuchRating,
    OwnStory,
    ReviewIsGone,
    ReviewsAreOff,
)
from storyhold.reviews.rules import ratings_offered
from storyhold.stories.access import is_writer
from storyhold.stories.actions.news import announce
from storyhold.stories.models import Chapter
from storyhold.stories.queries import members_who_sign


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

    `at` is for a review that is older than this archive: whether it may be written is then not
    asked, because it was allowed where it was written.
    Raises `ReviewsAreOff`, `GuestsMayNotReview`, `OwnStory`, `NoSuchRating`, `ReviewIsEmpty`,
    `ReviewIsTooLong`.
    """
    if at is None:
        _refuse_by_house_rules(by)
    _refuse_own_story(chapter, by)
    review = Review(story=chapter.story, chapter=chapter, pen_name=by, created_at=at or now())
    review.guest_name = "" if by else one_line(guest_name)[:60] or "Anonymous"
    _fill(review, text=text, rating=rating)
    review.save()
    _refresh(review)
    if at is None:
        _tell_writers(review)
    return review


def _refuse_by_house_rules(by: PenName | None) -> None:
    archive = the_archive()
    if not archive.has_reviews:
        raise ReviewsAreOff
    if by is None and not archive.guests_may_review:
        raise GuestsMayNotReview


def _tell_writers(review: Review) -> None:
    chapter = review.chapter
    writers = members_who_sign(review.story)
    if chapter and chapter.is_writers_own and chapter.signed_by:
        writers.append(chapter.signed_by.member)
    tell(
        writers,
        "review",
        about=f"review:{review.pk}",
        path=review.get_absolute_url(),
        reader=review.reader_name,
        title=review.story.title,
    )


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
    wait_for(review)
    _fill(review, text=text, rating=rating)
    review.edited_at = now()
    review.save(update_fields=["source", "html", "rating", "edited_at"])
    _refresh(review)


def wait_for(review: Review) -> None:
    """Let one after the other change a review; it may have been deleted in another tab."""
    if Review.objects.select_for_update().filter(pk=review.pk).first() is None:
        raise ReviewIsGone


def _fill(review: Review, *, text: str, rating: int | None) -> None:
    # A rating given while the archive offered others may stay as it is.
    is_new = rating is not None and rating != review.rating
    if is_new and rating not in ratings_offered(the_archive().review_rating):
        raise NoSuchRating
    is_enough = rating is not None and the_archive().ratings_may_stand_alone
    html = "" if is_enough and not text.strip() else clean(text)
    review.source, review.html, review.rating = text, html, rating


def _refresh(review: Review) -> None:
    refresh_review_counters(review.story)
    if review.chapter:
        refresh_chapter_counter(review.chapter)
    announce(review.story)


@transaction.atomic
def delete_review(review: Review) -> None:
    """Remove a review with its answer."""
    story, chapter = review.story, review.chapter
    withdraw(f"review:{review.pk}", f"reply:{review.pk}")
    review.delete()
    refresh_review_counters(story)
    if chapter:
        refresh_chapter_counter(chapter)
    announce(story)
