"""What the old settings are as house rules."""

from collections.abc import Iterator

from storyhold.archive.models import (
    KeptWord,
    Registration,
    ReviewDeletion,
    ReviewRating,
    SeriesKeepers,
)
from storyhold.common.languages import LANGUAGES
from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.tables.old_settings import language_of

Rule = tuple[str, object]  # a field of the archive, and its value

# Settings that are on or off, and the rules that are so as well.
_SWITCHES = {
    "coauthallowed": "co_authors_allowed",
    "roundrobins": "round_robins_allowed",
    "newscomments": "news_may_be_commented",
    "extendcats": "whole_category_paths",
    "displayindex": "contents_first",
    "reviewsallowed": "has_reviews",
    "anonreviews": "guests_may_review",
    "rateonly": "ratings_may_stand_alone",
    "anonchallenges": "guests_may_challenge",
}
_OPPOSITES = {"submissionsoff": "submissions_open", "autovalidate": "new_work_waits"}
_MOST = {"minwords": "least_words", "maxwords": "most_words"}
_CHOICES: dict[str, tuple[str, dict[int, str]]] = {
    "allowseries": (
        "series_by",
        {
            0: SeriesKeepers.ARCHIVISTS,
            1: SeriesKeepers.AUTHORS,
            2: SeriesKeepers.MEMBERS,
        },
    ),
    "ratings": (
        "review_rating",
        {
            0: ReviewRating.NONE,
            1: ReviewRating.STARS,
            2: ReviewRating.LIKES,
            3: ReviewRating.LIKES,
        },
    ),
    "revdelete": (
        "authors_may_delete_reviews",
        {0: ReviewDeletion.NONE, 1: ReviewDeletion.GUESTS, 2: ReviewDeletion.ALL},
    ),
    "setreg": ("registration", {0: Registration.CLOSED, 1: Registration.OPEN}),
}
_LINES = {"sitename": ("name", 100), "slogan": ("tagline", 200)}

FEWEST_ON_A_PAGE, MOST_ON_A_PAGE = 5, 100
MOST_RECENT_DAYS = 32_767


def rules_from(settings: OldRow) -> dict[str, Rule]:
    """Return the rules by the old setting that each comes from."""
    rules = dict(_switched(settings)) | dict(_counted(settings)) | dict(_chosen(settings))
    return rules | dict(_worded(settings))


def _switched(settings: OldRow) -> Iterator[tuple[str, Rule]]:
    for old, rule in _SWITCHES.items():
        if settings.has(old):
            yield old, (rule, settings.flag(old))
    for old, rule in _OPPOSITES.items():
        if settings.has(old):
            yield old, (rule, not settings.flag(old))


def _counted(settings: OldRow) -> Iterator[tuple[str, Rule]]:
    for old, rule in _MOST.items():
        if settings.has(old):
            yield old, (rule, max(0, min(settings.whole(old), 2**31 - 1)))
    if settings.has("recentdays"):
        days = max(0, min(settings.whole("recentdays"), MOST_RECENT_DAYS))
        yield "recentdays", ("recent_days", days)
    if per_page := settings.whole("itemsperpage"):
        fitting = max(FEWEST_ON_A_PAGE, min(per_page, MOST_ON_A_PAGE))
        yield "itemsperpage", ("stories_on_a_page", fitting)
    if settings.has("imageupload") and not settings.flag("imageupload"):
        yield "imageupload", ("most_illustrations", 0)


def _chosen(settings: OldRow) -> Iterator[tuple[str, Rule]]:
    for old, (rule, values) in _CHOICES.items():
        if settings.has(old) and (chosen := values.get(settings.whole(old, otherwise=-1))):
            yield old, (rule, chosen)
    if settings.flag("favorites"):
        yield "favorites", ("kept_word", KeptWord.FAVORITES)


def _worded(settings: OldRow) -> Iterator[tuple[str, Rule]]:
    for old, (rule, most) in _LINES.items():
        if line := settings.line(old)[:most]:
            yield old, (rule, line)
    if (code := language_of(settings.line("language"))) in LANGUAGES:
        yield "language", ("language", code)
    if words := settings.unslashed("words").strip():
        yield "words", ("forbidden_words", words)
