"""Filters and tags for all templates; a built-in, so no template needs to load it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from storyhold.common import languages
from storyhold.tags.models import Tag
from storyhold.web.parts import kept

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
def half_star_values(field: BoundField) -> range:  # noqa: ARG001 — a filter filters something
    """Return the values of a rating field, in half stars."""
    return range(1, HALF_STARS + 1)


@register.filter
def language_name(code: str) -> str:
    """Return the language's own name, or the code itself where we have none."""
    return languages.language_name(code)


@register.filter
def direction_of_language(code: str) -> str:
    """Return `rtl` for a language written from right to left, else `ltr`."""
    return languages.direction_of_language(code)


@register.filter
def grouped(number: float) -> str:
    """Return a number with its thousands set apart: 12,400."""
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
def is_later_than(moment: datetime | None, other: datetime | None) -> bool:
    """Whether `moment` is on a later day than `other`; no when either is missing."""
    return moment is not None and other is not None and moment.date() > other.date()


@register.filter
def get(mapping: Mapping[Any, Any], key: Any) -> Any:
    """Return what `mapping` holds under `key`, or None."""
    return mapping.get(key)


@register.filter
def errors_as_sentence(errors: list[str]) -> str:
    """Join the errors of a field into running text."""
    return " ".join(str(error) for error in errors)


@register.simple_tag
def address(name: str, *args: Any, **kwargs: Any) -> str:
    """Return the address of a page, or '' where this archive has no such page.

    For links that a part offers only where they lead somewhere. Elsewhere use `url`, which fails.
    """
    try:
        return reverse(name, args=args or None, kwargs=kwargs or None)
    except NoReverseMatch:
        return ""


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw an icon of our sprite. It is decoration: words must stand beside it or be its label."""
    return format_html(
        '<svg class="icon icon--{}" aria-hidden="true" focusable="false">'
        '<use href="{}#{}"></use></svg>',
        name, static("img/icons.svg"), name,
    )  # fmt: skip


@register.filter
def page_numbers(page: Page[Any]) -> list[int | None]:
    """Return the numbers a pager shows around `page`: first, neighbors, last; None for a gap."""
    last = page.paginator.num_pages
    shown = {1, page.number - 1, page.number, page.number + 1, last} & set(range(1, last + 1))
    numbers: list[int | None] = []
    before = 0
    for number in sorted(shown):
        if number == before + 2:
            numbers.append(before + 1)
        elif number > before + 2:
            numbers.append(None)
        numbers.append(number)
        before = number
    return numbers


@register.simple_tag(takes_context=True)
def kept_ticket(context: template.RequestContext, page: str = "") -> SafeString:
    """Return the hidden field by which a member's form survives the end of the sign-in.

    `page`: the address that shows the form, where it is not this one.
    """
    ticket = kept.ticket_for(context["request"], page)
    if not ticket:
        return SafeString("")
    return format_html('<input type="hidden" name="{}" value="{}">', kept.TICKET, ticket)


@register.simple_tag
def tag_links(tags: Iterable[Tag]) -> SafeString:
    """Return the tags' links as `<dd>` elements.

    Written here and not in a template because a listing holds some hundred of them, which was
    half of the time it took.
    """
    links = ((tag.get_absolute_url(), tag.name) for tag in tags)
    return format_html_join("", '<dd><a href="{}">{}</a></dd>', links)
