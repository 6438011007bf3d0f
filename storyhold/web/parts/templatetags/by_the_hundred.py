"""Pieces of which a page may hold some hundred: links of tags, stars, days; built-in, as `parts`.

They are written here and not in templates because there they took most of the time of a listing.
"""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from storyhold.tags.queries import TagsByKind, TagShown
from storyhold.web.parts.listing.questions import Question
from storyhold.web.parts.look.choices import Choice
from storyhold.web.parts.templatetags.numbers import half_stars

register = template.Library()


@register.simple_tag
def remembered(part: str, **values: str | int | Choice | None) -> SafeString:
    """Include a part that is made of these values alone, and remember it.

    It sees nothing else of the page, so what was made for one fits all. Plain values of ours:
    neither what somebody typed, of which there is no end, nor rows, which change and stay equal.
    """
    return _rendered(part, get_language(), tuple(values.items()))


@lru_cache(maxsize=500)
def _rendered(part: str, _language: str | None, values: tuple[tuple[str, Any], ...]) -> SafeString:
    return render_to_string(part, dict(values))


@register.simple_tag(name="static")
@cache
def static_address(path: str) -> str:
    """Return the address of a file of ours, as Django's own tag does, and remember it."""
    return static(path)


@register.simple_tag
@cache
def icon(name: str) -> SafeString:
    """Draw an icon of our sprite. It is decoration: words must stand beside it or be its label."""
    return format_html(
        '<svg class="icon icon--{}" aria-hidden="true" focusable="false">'
        '<use href="{}#{}"></use></svg>',
        name, static("img/icons.svg"), name,
    )  # fmt: skip


@register.simple_tag
def stars(rating: float) -> SafeString:
    """Draw a rating from 0 to 10 as five stars."""
    return _five(*half_stars(rating))


@cache
def _five(*fillings: str) -> SafeString:
    return SafeString("".join([icon(f"star-{filling}") for filling in fillings]))


@register.filter(expects_localtime=True)
def day(moment: datetime, form: str = "j M Y") -> SafeString:
    """Return the day of `moment` as a `<time>` element: 4 May 2026."""
    words = in_words(moment.date(), form)
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(), words)


def in_words(day: date, form: str = "j M Y") -> str:
    """Return a day in words: 4 May 2026."""
    return _day_in_words(day, form, get_language())


@lru_cache(maxsize=5_000)
def _day_in_words(day: date, form: str, _language: str | None) -> str:
    return date_format(day, form)


@register.simple_tag
def tags_by_kind(groups: TagsByKind) -> SafeString:
    """Return the tags of a `<dl>`, a `<div>` for each kind."""
    kinds = [
        _begin_kind(kind.key, kind.name_plural if len(tags) > 1 else kind.name) + tag_links(tags)
        for kind, tags in groups
    ]
    return SafeString("".join([f"{kind}</div>" for kind in kinds]))


@lru_cache(maxsize=200)
def _begin_kind(key: str, name: str) -> SafeString:
    return format_html('<div class="tags__kind tags__kind--{}"><dt>{}</dt>', key, name)


@register.simple_tag
def tag_links(tags: Iterable[TagShown]) -> SafeString:
    """Return the tags' links as `<dd>` elements."""
    return SafeString("".join([_tag_link(tag.get_absolute_url(), tag.words) for tag in tags]))


@lru_cache(maxsize=5_000)
def _tag_link(address: str, words: str) -> SafeString:
    return format_html('<dd><a href="{}">{}</a></dd>', address, words)


@register.simple_tag
def answer_options(question: Question) -> SafeString:
    """Return the `<option>` elements of a question about a listing."""
    given = question.given and question.given.value
    return SafeString("".join([
        _option(answer.value, answer.words, answer.depth, is_given=answer.value == given)
        for answer in question.answers
    ]))  # fmt: skip


@lru_cache(maxsize=5_000)
def _option(value: str, words: str, depth: int, *, is_given: bool) -> SafeString:
    # No style reaches into a list of options, so a shelf stands below another by wide spaces.
    return format_html(
        '<option value="{}"{}>{}{}</option>',
        value, SafeString(" selected" if is_given else ""), " " * depth, words,
    )  # fmt: skip
