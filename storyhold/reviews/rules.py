"""Decisions about reviews, on plain values."""

MOST_LETTERS = 30_000  # in a review or a reply
LIKED, DISLIKED = 10, 1


def ratings_offered(way: str) -> list[int]:
    """Return the ratings a reader may give: `way` is the archive's `review_rating`."""
    return {"stars": list(range(1, 11)), "likes": [LIKED, DISLIKED]}.get(way, [])


def author_may_delete(rule: str, *, by_guest: bool) -> bool:
    """Whether authors may delete a review of their story; `rule` is the archive's setting."""
    return rule == "all" or (rule == "guests" and by_guest)
