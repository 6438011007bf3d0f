"""What the head of a page says to programs; built-in, as the words in `parts`."""

import json
from collections.abc import Iterable, Sequence

from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString

from storyhold.accounts.models import PenName
from storyhold.series.models import Series, SeriesItem
from storyhold.series.queries import Place
from storyhold.stories.models import Chapter, Story
from storyhold.web.parts.found import canonical, described
from storyhold.web.parts.listing.listing import Listing

register = template.Library()

# So that no text ends the element it stands in, or begins a comment in it.
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.simple_tag
def canonical_address(request: HttpRequest, about: str = "") -> str:
    """Return the one address of this page; `about` is that of what it is about, with its tail."""
    return canonical.canonical_address(request, about)


@register.simple_tag
def canonical_link(request: HttpRequest, about: str = "", listing: Listing | None = None) -> str:
    """Name the one address of this page, which may be a listing."""
    if not request:
        return ""  # an answer to a request that we could not read
    address = canonical.canonical_address(request, about, listing or None)
    return format_html('<link rel="canonical" href="{}">', address)


@register.simple_tag
def story_described(request: HttpRequest, story: Story, places: Iterable[Place] = ()) -> SafeString:
    """Describe a story."""
    return _as_data(described.story_described(request, story, places))


@register.simple_tag
def chapter_described(request: HttpRequest, story: Story, chapter: Chapter) -> SafeString:
    """Describe a chapter."""
    return _as_data(described.chapter_described(request, story, chapter))


@register.simple_tag
def series_described(
    request: HttpRequest, series: Series, items: Iterable[SeriesItem]
) -> SafeString:
    """Describe a series."""
    return _as_data(described.series_described(request, series, items))


@register.simple_tag
def profile_described(request: HttpRequest, pen_name: PenName) -> SafeString:
    """Describe whom a profile is about."""
    return _as_data(described.profile_described(request, pen_name))


@register.simple_tag
def trail_described(request: HttpRequest, trail: Sequence[tuple[str, str]]) -> SafeString:
    """Describe where a page stands."""
    return _as_data(described.trail_described(request, trail))


def _as_data(thing: described.Described) -> SafeString:
    """Return the element. It is data: no browser runs it, so our policy on scripts stays strict."""
    written = json.dumps({"@context": "https://schema.org", **thing}, ensure_ascii=False)
    return SafeString(f'<script type="application/ld+json">{written.translate(_ESCAPED)}</script>')
