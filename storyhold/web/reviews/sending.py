"""Sending what stands in the form for a review."""

from django.http import HttpRequest

from storyhold.accounts.models import Member
from storyhold.reviews.actions import writing
from storyhold.reviews.models import Review
from storyhold.series.models import Series
from storyhold.stories.models import Chapter
from storyhold.web.parts.reviewing import MembersReviewForm, ReviewForm


def send_review(request: HttpRequest, form: ReviewForm, subject: Chapter | Series) -> Review:
    """Write the review. The form must have been checked. Raises what `write_review` refuses."""
    by = None
    if isinstance(form, MembersReviewForm) and isinstance(request.user, Member):
        by = form.signature(request.user)
    return writing.write_review(
        subject,
        by=by,
        text=form.cleaned_data["text"],
        rating=form.cleaned_data.get("rating"),
        guest_name=form.cleaned_data.get("guest_name", ""),
    )
