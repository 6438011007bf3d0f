"""Blocks at the side of every page."""

import time

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from storyhold.accounts.models import Member
from storyhold.archive.queries import the_archive
from storyhold.blocks.contents import fill
from storyhold.blocks.models import Place
from storyhold.blocks.queries import blocks_in

# What all members, or all guests, see is the same: it is made once in so many seconds.
FRESH_FOR = 1.0

_made: dict[tuple[bool, str], tuple[float, SafeString]] = {}


def side_of_every_page(request: HttpRequest) -> SafeString:
    """Return the blocks at the side, as HTML; empty, and without a query, where there are none."""
    blocks = blocks_in(Place.EVERYWHERE)
    if not blocks:
        return SafeString("")
    # Nothing in it is about one person, so that it can be kept.
    key = isinstance(request.user, Member), get_language() or ""
    kept = _made.get(key)
    if kept is None or time.monotonic() - kept[0] > FRESH_FOR:
        shown = fill(blocks, request.user)
        context = {"shown": shown, "archive": the_archive()}
        html = SafeString(render_to_string("parts/blocks/side.html", context))
        kept = _made[key] = time.monotonic(), html
    return kept[1]


def forget_side() -> None:
    """Make the side anew at the next page; for whoever has just changed it."""
    _made.clear()
