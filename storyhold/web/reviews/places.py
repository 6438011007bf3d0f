"""Where on the pages a review stands."""

from django.urls import reverse

from storyhold.reviews.models import Review


def place_of(review: Review) -> str:
    """Return the address of the page that shows the review, at the review.

    One of a story with a single chapter stands on the title page; one whose chapter is gone,
    in the list of the story's reviews; one of a whole series, in the list of its reviews.
    """
    return f"{page_of(review)}#review-{review.pk}"


def page_of(review: Review) -> str:
    """Return the address of the page that shows the review."""
    if review.story is None:
        return reverse("reviews:of_series", args=[review.series_id])
    if review.chapter is None:
        return reverse("reviews:of_story", args=[review.story_id])
    if review.story.chapter_count == 1:
        return review.story.get_absolute_url()
    return review.chapter.get_absolute_url()
