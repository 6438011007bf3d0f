"""What the member wrote about stories of others, and the series they keep."""

from storyhold.accounts.models import Member
from storyhold.leaving.package.files import Files, json_file, rows_of
from storyhold.reviews.models import Reply, Review
from storyhold.series.models import Series, SeriesItem

OF_REVIEW = (
    "id", "story_id", "story__title", "chapter__number", "pen_name__name", "rating", "source",
    "html", "created_at", "edited_at", "reply__source",
)  # fmt: skip
OF_REPLY = ("id", "review_id", "review__story__title", "pen_name__name", "source", "created_at")
OF_SERIES = ("id", "title", "summary_source", "mode", "owner__name", "created_at")
OF_ITEM = (
    "series_id", "position", "story_id", "story__title", "sub_series_id", "sub_series__title",
    "added_at", "accepted_at",
)  # fmt: skip


def files_of_reviews(member: Member) -> Files:
    """Yield the member's reviews, and their answers to those of others."""
    reviews = Review.objects.filter(pen_name__member=member)
    yield json_file("reviews.json", rows_of(reviews, *OF_REVIEW))
    replies = Reply.objects.filter(pen_name__member=member)
    yield json_file("replies.json", rows_of(replies, *OF_REPLY))


def files_of_series(member: Member) -> Files:
    """Yield the member's series with what stands in them."""
    series = Series.objects.filter(owner__member=member)
    yield json_file("series.json", rows_of(series, *OF_SERIES))
    tags = Series.tags.through.objects.filter(series__owner__member=member)
    yield json_file("series-tags.json", rows_of(tags, "series_id", "tag__kind__key", "tag__name"))
    items = SeriesItem.objects.filter(series__owner__member=member, accepted_at__isnull=False)
    yield json_file("series-items.json", rows_of(items, *OF_ITEM))
