"""Composing pages of blocks."""

from datetime import date

from django.db import transaction

from storyhold.archive.actions import compose_pages, hold_archive
from storyhold.blocks.models import LONGEST_TITLE, Block, Kind, Place
from storyhold.blocks.queries import first_blocks
from storyhold.blocks.refusals import DayIsMissing, TextIsMissing, TooManyBlocks
from storyhold.blocks.rules import LONGEST_TEXT, MOST_BLOCKS
from storyhold.prose.canonical import guess_format, short_html
from storyhold.prose.one_line import one_line


@transaction.atomic
def make_first_blocks() -> None:
    """Write down the blocks that a new archive has, so that they can be changed; none twice."""
    hold_archive()
    if not Block.objects.exists():
        Block.objects.bulk_create(first_blocks())


@transaction.atomic
def add_block(*, kind: str, **options: object) -> Block:
    """Add a block at the end. Raises `TooManyBlocks`, and what `change_block` raises."""
    make_first_blocks()
    count = Block.objects.count()
    if count >= MOST_BLOCKS:
        raise TooManyBlocks(most=MOST_BLOCKS)
    block = Block(kind=kind, position=count + 1)
    change_block(block, **options)  # type: ignore[arg-type]
    _number(list(Block.objects.all()))
    return block


@transaction.atomic
def change_block(
    block: Block,
    *,
    title: str = "",
    place: str = Place.FRONT,
    column: str = "main",
    how_many: int = 5,
    text: str = "",
    day: date | None = None,
) -> None:
    """Save a block's place and options. Raises `TextIsMissing`, `DayIsMissing`."""
    hold_archive()
    block.title = one_line(title)[:LONGEST_TITLE]
    block.place, block.column, block.how_many, block.day = place, column, how_many, day
    block.source = text[:LONGEST_TEXT]
    block.html = short_html(block.source, format=guess_format(block.source))
    if block.kind == Kind.TEXT and not block.html:
        raise TextIsMissing
    if block.kind == Kind.COUNTDOWN and block.day is None:
        raise DayIsMissing
    block.save()
    compose()


@transaction.atomic
def move_block(block: Block, *, steps: int) -> None:
    """Move a block up (-1) or down (1); at an end it stays."""
    hold_archive()
    order = list(Block.objects.all())
    if block in order:  # else it was deleted in another tab
        place = order.index(block)
        order.insert(max(0, place + steps), order.pop(place))
        _number(order)


def _number(order: list[Block]) -> None:
    for position, block in enumerate(order, start=1):
        block.position = position
    Block.objects.bulk_update(order, ["position"])
    compose()


@transaction.atomic
def delete_block(block: Block) -> None:
    """Remove a block; when the last one goes, a new archive's come back."""
    hold_archive()
    block.delete()
    compose()


def compose() -> None:
    """Keep with the archive, which every page knows, what pages are composed of."""
    blocks = Block.objects.all()
    shown = [block.packed() for block in blocks if block.place != Place.NOWHERE]
    compose_pages(shown if blocks else None)
