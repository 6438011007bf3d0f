"""Blocks come in that have a counterpart here, where nobody has composed pages yet."""

from collections.abc import Iterator

from storyhold.blocks.actions import compose
from storyhold.blocks.models import LONGEST_TITLE, Block, Column, Kind, Place
from storyhold.blocks.rules import MOST_BLOCKS, MOST_THINGS
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.house import House
from storyhold.importers.models import OldNumber
from storyhold.importers.sources.efiction.tables.blocks import OldBlock, old_blocks

_KINDS = {
    "categories": Kind.CATEGORIES,
    "featured": Kind.FEATURED,
    "info": Kind.TOTALS,
    "menu": Kind.MENU,
    "news": Kind.NEWS,
    "online": Kind.READERS,
    "poll": Kind.POLL,
    "random": Kind.RANDOM,
    "recent": Kind.UPDATED,
    "search": Kind.SEARCH,
    "shoutbox": Kind.SHOUTBOX,
}
_PLACES = {0: Place.NOWHERE, 1: Place.EVERYWHERE, 2: Place.FRONT}
_IN_THE_MIDDLE = (Kind.FEATURED, Kind.UPDATED, Kind.RANDOM, Kind.NEWS)
_ON_EVERY_PAGE_ANYWAY = ("login", "skinchange")
_HOW_MANY = 5


def bring_blocks(desk: Desk) -> Iterator[int]:
    """Bring blocks in, at the first import of an archive alone."""
    old, house = list(old_blocks(desk.old)), House(desk)
    if old and house.follows:
        _bring(desk, old, house)
    yield len(old)


def _bring(desk: Desk, old: list[OldBlock], house: House) -> None:
    links = {row.line("link_name") for row in desk.old.quiet.read("pagelinks")}
    came = OldNumber.objects.filter(move=desk.move.pk, kind="block", new__isnull=False)
    is_ours = Block.objects.exclude(pk__in=came.values("new")).exists()
    for position, block in enumerate(old, start=1):
        if missing := [name for name in block.menu if name not in links]:
            block.row.say("menu names missing links", names=", ".join(missing))
        if is_ours:
            block.row.keep_aside("blocks stay as they are here", name=block.name)
        elif block.name in _KINDS and position <= MOST_BLOCKS:
            _put(desk, block, position=position)
        elif block.name not in _ON_EVERY_PAGE_ANYWAY:
            block.row.keep_aside("block has no counterpart", name=block.name, title=block.title)
    guests = [block for block in old if block.option("guestshouts") not in ("", "0")]
    if guests and not house.keeps("guests_may_shout", True):
        house.change({"guests_may_shout": True})


def _put(desk: Desk, old: OldBlock, *, position: int) -> None:
    number, kind = old.row.whole("block_id"), _KINDS[old.name]
    if desk.numbers.is_known("block", number):
        return
    block = Block(
        pk=desk.numbers.give("block", number),
        kind=kind,
        title=old.title[:LONGEST_TITLE],
        place=_PLACES.get(old.status, Place.NOWHERE),
        column=Column.MAIN if kind in _IN_THE_MIDDLE else Column.SIDE,
        position=position,
        how_many=_how_many(old),
    )
    desk.put([block])
    desk.shelves.afterwards(compose)


def _how_many(old: OldBlock) -> int:
    asked = old.option("num") or old.option("shoutlimit")
    return max(1, min(int(asked), MOST_THINGS)) if asked.isdecimal() else _HOW_MANY
