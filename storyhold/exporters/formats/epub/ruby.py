"""Ruby in an order that no book may have: readings without a base, or a base without any.

Old pages have such, and browsers forgive them. In a book such a ruby is plain text, with its
readings in brackets.
"""

import re
from dataclasses import dataclass, field

from storyhold.exporters.tags import VOID, Tag, pieces

# b is what readings belong to, t a reading, p a bracket around it for readers without ruby.
_SOUND = re.compile("(?:b+(?:p*t+)+p*)+")
_SORTS = {"rt": "t", "rp": "p"}


@dataclass
class _Open:
    tag: str
    number: int = 0
    order: list[str] = field(default_factory=list)


def unsound(html: str) -> set[int]:
    """Return the numbers, from 0, of the rubies in canonical `html` that a book may not have."""
    found: set[int] = set()
    rubies = 0
    around: list[_Open] = []
    for piece in pieces(html):
        if around and around[-1].tag == "ruby" and not (isinstance(piece, Tag) and piece.is_end):
            around[-1].order.append(_sort_of(piece))
        if not isinstance(piece, Tag) or piece.name in VOID:
            continue
        if piece.is_end:
            closed = around.pop()
            if closed.tag == "ruby" and not _SOUND.fullmatch("".join(closed.order)):
                found.add(closed.number)
        else:
            around.append(_Open(piece.name, rubies))
            rubies += piece.name == "ruby"
    return found


def _sort_of(piece: Tag | str) -> str:
    return _SORTS.get(piece.name, "b") if isinstance(piece, Tag) else "b"
