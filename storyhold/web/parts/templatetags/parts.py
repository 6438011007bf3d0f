"""Filters and tags for all templates; a built-in, so no template needs to load it."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import cache, lru_cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import now

from storyhold.common import languages
from storyhold.prose.excerpt import excerpt
from storyhold.tags.queries import TagShown
from storyhold.web.parts import blocks, kept
from storyhold.web.parts.listing.questions import Question
from storyhold.web.parts.templatetags.numbers import HALF_STARS

register = template.Library()


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


@register.filter(expects_localtime=True)
def day(moment: datetime, form: str = "j M Y") -> SafeString:
    """Return the day of `moment` as a `<time>` element: 4 May 2026."""
    return format_html(
        '<time datetime="{}">{}</time>', moment.isoformat(), date_format(moment, form)
    )


@register.filter
def beginning(html: str, letters: int) -> str:
    """Return the first words of a text of ours as plain text, `…` at the end of a longer one."""
    return excerpt(html, letters=letters)


@register.filter
def is_later_than(moment: datetime | None, other: datetime | None) -> bool:
    """Whether `moment` is on a later day than `other`; no when either is missing."""
    return moment is not None and other is not None and moment.date() > other.date()


@register.filter
def indent(depth: int) -> str:
    """Return the space before something that stands so far down a tree."""
    return "\u2003" * depth


@register.filter
def is_past(moment: datetime) -> bool:
    """Whether the moment has come."""
    return moment <= now()


@register.filter
def is_fresh(moment: datetime | None, days: int) -> bool:
    """Whether `moment` is less than `days` days ago."""
    return moment is not None and now() - moment < timedelta(days=days)


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
@cache  # a listing draws some hundred of the few there are
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
def answer_options(question: Question) -> SafeString:
    """Return the `<option>` elements of a question about a listing.

    Written here and not in a template for the reason that `tag_links` are.
    """
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


@register.simple_tag(takes_context=True)
def side_of_every_page(context: template.RequestContext) -> SafeString:
    """Return the blocks that the archivist put at the side of every page."""
    request = context.get("request")
    return blocks.side_of_every_page(request) if request else SafeString("")


@register.simple_tag
def tag_links(tags: Iterable[TagShown]) -> SafeString:
    """Return the tags' links as `<dd>` elements.

    Written here and not in a template because a listing holds some hundred of them, which was
    half of the time it took.
    """
    return SafeString("".join([_tag_link(tag.get_absolute_url(), tag.words) for tag in tags]))


@lru_cache(maxsize=5_000)
def _tag_link(address: str, words: str) -> SafeString:
    return format_html('<dd><a href="{}">{}</a></dd>', address, words)
