"""Keeping the bytes of what was changed while it was read."""

import zlib
from collections.abc import Callable

from storyhold.importers.intake.shelves import Shelves
from storyhold.importers.models import Move, Untouched
from storyhold.importers.sources.efiction.value_reader import Kept


def keeper(move: Move, shelves: Shelves) -> Callable[[Kept], None]:
    """Return what keeps them; for `ValueReader.keep`."""

    def keep(kept: Kept) -> None:
        place = kept.place
        row = Untouched(
            move=move,
            table=place.table,
            number=place.number[:100],
            column=place.column,
            packed=zlib.compress(kept.raw),
            how=kept.how[:40],
        )
        shelves.put([row])

    return keep
