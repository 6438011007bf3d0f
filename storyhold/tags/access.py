"""The gates before a rated text."""

from storyhold.tags.models import Rating
from storyhold.tags.rules import Gate, Passed, gates_ahead


def gates_of(rating: Rating | None, passed: Passed) -> list[Gate]:
    """Return the gates that a reader still has to pass for this rating; none for no rating."""
    if rating is None:
        return []
    return gates_ahead(
        rating_id=rating.pk,
        must_sign_in=rating.must_sign_in,
        must_confirm_age=rating.must_confirm_age,
        must_accept_warning=rating.must_accept_warning,
        passed=passed,
    )
