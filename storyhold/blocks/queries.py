"""Which blocks there are, and where."""

from storyhold.archive.queries import the_archive
from storyhold.blocks.models import Block, Column, Kind, Place, unpacked

# How a new archive's first page is composed, until an archivist composes another.
FIRST_BLOCKS = [
    (Kind.FEATURED, Column.MAIN),
    (Kind.NEWEST, Column.MAIN),
    (Kind.UPDATED, Column.MAIN),
    (Kind.MENU, Column.SIDE),
    (Kind.NEWS, Column.SIDE),
]


def all_blocks() -> list[Block]:
    """Return every block in order: those of the archivist, or those a new archive has.

    The latter are not in the database, and have no id.
    """
    return list(Block.objects.all()) or first_blocks()


def first_blocks() -> list[Block]:
    """Return the blocks that a new archive has, unsaved."""
    return [
        Block(kind=kind, column=column, position=position)
        for position, (kind, column) in enumerate(FIRST_BLOCKS, start=1)
    ]


def blocks_in(place: Place) -> list[Block]:
    """Return the blocks of this place, in order, as the archive keeps them; no query."""
    composed = the_archive().blocks
    blocks = first_blocks() if composed is None else [unpacked(row) for row in composed]
    return [block for block in blocks if block.place == place]
