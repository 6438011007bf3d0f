"""Writing reviews, changing and deleting them."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import Member, PenName
from storyhold.archive.queries import the_archive
from storyhold.notices.actions import tell, withdraw
from storyhold.prose.one_line import one_line
from storyhold.reviews.actions.counting import refresh_chapter_counter, refresh_review_counters
from storyhold.reviews.actions.text import clean
from storyhold.reviews.models import Review
from storyhold.reviews.refusals import (
    GuestsMayNotReview,
    NoSuchRating,
    OwnSeries,
    OwnStory,
    ReviewIsGone,
    ReviewsAreOff,
)
from storyhold.reviews.rules import ratings_offered
from storyhold.series.models import Series
from storyhold.stories.access import is_writer
from storyhold.stories.models import Chapter
from storyhold.stories.queries import members_who_sign


@transaction.atomic
def write_review(
    subject: Chapter | Series,
    *,
    by: PenName | None,
    text: str,
    rating: int | None = None,
    guest_name: str = "",
    at: datetime | None = None,
) -> Review:
    """Write a review of a chapter or of a whole series. `by=None` is a guest.

    `at` is for a review that is older than this archive: whether it may be written is then not
    asked, because it was allowed where it was written.
    Raises `ReviewsAreOff`, `GuestsMayNotReview`, `OwnStory`, `OwnSeries`, `NoSuchRating`,
    `ReviewIsEmpty`, `ReviewIsTooLong`.
    """
    if at is None:
        _refuse_by_house_rules(by)
    if by:
        _refuse_own_work(subject, by)
    review = Review(pen_name=by, created_at=at or now())
    if isinstance(subject, Series):
        review.series = subject
    else:
        review.story, review.chapter = subject.story, subject
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
    tell(
        _writers_of(review),
        "review",
        about=f"review:{review.pk}",
        path=review.get_absolute_url(),
        reader=review.reader_name,
        title=review.subject.title,
    )


def _writers_of(review: Review) -> list[Member]:
    if review.series:
        return [review.series.owner.member]
    chapter = review.chapter
    writers = members_who_sign(review.story) if review.story else []
    if chapter and chapter.is_writers_own and chapter.signed_by:
        writers.append(chapter.signed_by.member)
    return writers


def _refuse_own_work(subject: Chapter | Series, by: PenName) -> None:
    if isinstance(subject, Series):
        if subject.owner.member_id == by.member_id:
            raise OwnSeries
        return
    authors = subject.story.authorships.filter(accepted_at__isnull=False)
    is_author = authors.filter(pen_name__member=by.member_id).exists()
    if is_author or is_writer(by.member, subject):
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
    # The story first: who holds it counts alone, also in the chapter.
    if review.story:
        refresh_review_counters(review.story)
    if review.chapter:
        refresh_chapter_counter(review.chapter)


@transaction.atomic
def delete_review(review: Review) -> None:
    """Remove a review with its answer."""
    gone = (f"review:{review.pk}", f"reply:{review.pk}")
    review.delete()
    _refresh(review)
    withdraw(*gone)
