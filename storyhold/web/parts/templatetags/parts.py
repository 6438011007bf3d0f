"""Filters and tags for all templates; a built-in, so no template needs to load it."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BoundField
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import now

from storyhold.accounts.queries import Viewer
from storyhold.common import languages
from storyhold.freshness.watching import lasts
from storyhold.prose.excerpt import excerpt
from storyhold.stories import access, waiting
from storyhold.stories.models import Chapter
from storyhold.web.parts import blocks, kept
from storyhold.web.parts.look.faces import files_of_face
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


@register.filter
def face_files(face: str, language: str) -> list[str]:
    """Return the addresses of the files of a face that a text in `language` needs."""
    return files_of_face(face, language)


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
    left = (moment + timedelta(days=days) - now()).total_seconds() if moment else 0.0
    if left > 0:
        lasts(left)
    return left > 0


@register.filter
def get(mapping: Mapping[Any, Any], key: Any) -> Any:
    """Return what `mapping` holds under `key`, or None."""
    return mapping.get(key)


@register.filter
def may_submit(viewer: Viewer) -> bool:
    """Whether to show this viewer the way to new stories and chapters."""
    return access.may_submit(viewer)


@register.filter
def any_held(chapters: Iterable[Chapter]) -> bool:
    """Whether one of the chapters waits for a moderator."""
    return waiting.any_held(chapters)


@register.filter
def errors_as_sentence(errors: list[str]) -> str:
    """Join the errors of a field into running text."""
    return " ".join(str(error) for error in errors)


@register.simple_tag
@lru_cache(maxsize=20_000)
def url(name: str, *args: Any, **kwargs: Any) -> str:
    """Return the address of a page, as Django's own tag does, and remember it.

    To find one out takes longer than all else that is done with a link.
    """
    return reverse(name, args=args or None, kwargs=kwargs or None)


@register.simple_tag
@lru_cache(maxsize=2_000)  # the head and the foot of every page have some thirty
def address(name: str, *args: Any, **kwargs: Any) -> str:
    """Return the address of a page, or '' where this archive has no such page.

    For links that a part offers only where they lead somewhere. Elsewhere use `url`, which fails.
    """
    try:
        return reverse(name, args=args or None, kwargs=kwargs or None)
    except NoReverseMatch:
        return ""


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


@register.simple_tag(takes_context=True)
def side_of_every_page(context: template.RequestContext) -> SafeString:
    """Return the blocks that the archivist put at the side of every page."""
    request = context.get("request")
    return blocks.side_of_every_page(request) if request else SafeString("")
