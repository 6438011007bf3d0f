"""Filters that say numbers as people say them; built-in, as those in `parts`."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext

from storyhold.archive.models import KeptWord

register = template.Library()

# Words a minute: the mean for English fiction (Brysbaert 2019, doi:10.1016/j.jml.2019.104047).
PACE = 260
HALF_STARS = 10


@register.filter
def reading_minutes(words: int, per_minute: int = PACE) -> int:
    """Return the reading time of `words` words in whole minutes, at least 1."""
    return max(1, round(int(words) / per_minute))


@register.filter
def reading_time(words: int) -> str:
    """Return the reading time of `words` words, in words: “25 minutes”, “3 hours”, “3½ hours”."""
    minutes = reading_minutes(words)
    if minutes < 60:
        return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    half_hours = round(minutes / 30)
    hours, half = divmod(half_hours, 2)
    number = f"{hours}½" if half else f"{hours}"
    return ngettext("%(count)s hour", "%(count)s hours", 1 if half_hours == 2 else 2) % {
        "count": number
    }


def _half_stars_of(rating: float) -> int:
    exact = Decimal(str(rating)).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return max(0, min(HALF_STARS, int(exact)))


@register.filter
def half_stars(rating: float) -> list[str]:
    """Return five of `full`, `half`, `empty` for a rating from 0 to 10."""
    full, half = divmod(_half_stars_of(rating), 2)
    return ["full"] * full + ["half"] * half + ["empty"] * (5 - full - half)


@register.filter
def stars_in_words(rating: float) -> str:
    """Return a rating from 0 to 10 in words: “4½ stars”, “Half a star”."""
    halves = _half_stars_of(rating)
    if halves == 1:
        return gettext("Half a star")
    full, half = divmod(halves, 2)
    number = f"{full}½" if half else f"{full}"
    return ngettext("%(count)s star", "%(count)s stars", 1 if halves == 2 else 2) % {
        "count": number
    }


@register.filter
def grouped(number: float) -> str:
    """Return a number with its thousands set apart: 12,400."""
    if isinstance(number, int) and 0 <= number < 1000:
        return str(number)  # most are, and Django takes its time
    return number_format(number, use_l10n=True, force_grouping=True)


@register.filter
def compact_number(number: int) -> str:
    """Return a number short enough for a narrow column: 940, 1.2k, 31k, 4.6M."""
    number = int(number)
    for size, sign in ((1_000_000, "M"), (1_000, "k")):
        if number >= size:
            decimals = 0 if number >= 10 * size else 1
            # Rounded down: nobody has 1,000k words before there are a million.
            steps = number * 10**decimals // size
            short = number_format(steps / 10**decimals, decimals)
            return short.removesuffix(".0") + sign
    return str(number)


@register.filter
def chapters_of(story: Any) -> str:
    """Return how many chapters there are, and of how many: `3/3`, or `3/?` while in progress."""
    return f"{story.chapter_count}/{story.chapter_count if story.is_complete else '?'}"


@register.filter
def words(number: int) -> str:
    """Return how many words: “1 word”, “12,400 words”."""
    return ngettext("%(number)s word", "%(number)s words", number) % {"number": grouped(number)}


@register.filter
def stories(number: int) -> str:
    """Return how many stories: “1 story”, “1,200 stories”."""
    return ngettext("%(number)s story", "%(number)s stories", number) % {"number": grouped(number)}


@register.filter
def chapters(story: Any) -> str:
    """Return how many chapters, and of how many: “3/3 chapters”, “1/? chapter”."""
    said = ngettext("%(number)s chapter", "%(number)s chapters", story.chapter_count)
    return said % {"number": chapters_of(story)}


@register.filter
def reviews(number: int) -> str:
    """Return how many reviews: “1 review”, “1,200 reviews”."""
    return ngettext("%(number)s review", "%(number)s reviews", number) % {"number": grouped(number)}


@register.filter
def kudos(number: int) -> str:
    """Return how many kudos, which have no singular: “1 kudos”, “1,200 kudos”."""
    return gettext("%(number)s kudos") % {"number": grouped(number)}


@register.filter
def reads(number: int) -> str:
    """Return about how many reads: “1 read”, “12k reads”."""
    return ngettext("%(number)s read", "%(number)s reads", number) % {
        "number": compact_number(number)
    }


@register.filter
def kept_as(number: int, word: str) -> str:
    """Return how many readers keep it; `word` is the archive's own for what readers keep."""
    if word == KeptWord.BOOKMARKS:
        said = ngettext("%(number)s bookmark", "%(number)s bookmarks", number)
    else:
        said = ngettext("%(number)s favorite", "%(number)s favorites", number)
    return said % {"number": grouped(number)}
