"""The orders that a listing offers."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from storyhold.archive.models import Archive, KeptWord, ReviewRating

NAMES: dict[str, Promise] = {
    "title": _("Title, A to Z"),
    "newest": _("Newest first"),
    "updated": _("Last updated first"),
    "words": _("Longest first"),
    "reviews": _("Most reviews"),
    "score": _("Best rated"),
    "kudos": _("Most kudos"),
    "bookmarks": _("Most bookmarks"),
    "reads": _("Most reads"),
}


# By how well a story answers words that are asked for.
BEST, BEST_FIRST = "best", _("Best match first")


def sorts_offered(archive: Archive) -> dict[str, Promise]:
    """Return the orders, with their names, that mean something under these house rules."""
    without = {
        "reviews": not archive.has_reviews,
        "score": not archive.has_reviews or archive.review_rating == ReviewRating.NONE,
        "kudos": not archive.has_kudos,
    }
    offered = {sort: name for sort, name in NAMES.items() if not without.get(sort)}
    if archive.kept_word == KeptWord.FAVORITES:
        offered["bookmarks"] = _("Most favorites")
    return offered
