"""Blocks at the side of every page."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.archive.queries import the_archive
from storyhold.blocks.contents import fill
from storyhold.blocks.models import Block, Place
from storyhold.blocks.queries import blocks_in
from storyhold.freshness.memory import Memory

# What all members, or all guests, see is the same: it is made once for them.
_made: Memory[SafeString] = Memory()


def side_of_every_page(request: HttpRequest) -> SafeString:
    """Return the blocks at the side, as HTML; empty, and without a query, where there are none."""
    blocks = blocks_in(Place.EVERYWHERE)
    if not blocks:
        return SafeString("")
    # Nothing in it is about one person, so that it can be kept.
    key = isinstance(request.user, Member), get_language() or ""
    return _made.get(key, lambda: _side(blocks, request.user))


def _side(blocks: list[Block], viewer: Viewer) -> SafeString:
    context = {"shown": fill(blocks, viewer), "archive": the_archive()}
    return SafeString(render_to_string("parts/blocks/side.html", context))


def forget_side() -> None:
    """Make the side anew at the next page; for whoever has just changed it."""
    _made.forget()
