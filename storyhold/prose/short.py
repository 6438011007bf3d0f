"""The short profile: a summary, note or review holds no headings, tables or hidden parts."""

from collections.abc import Iterable

from storyhold.prose.blocks import Block, Box, Paragraph
from storyhold.prose.elements import CELLS, HEADINGS
from storyhold.prose.paragraphs import freed, quotation

_DISSOLVED = frozenset({"table", "thead", "tbody", "tr", "details", *CELLS})
_PLAIN = frozenset({"summary", "caption", *HEADINGS, *CELLS})


def shortened(blocks: Iterable[Block]) -> list[Block]:
    """Return the blocks with all text kept, in paragraphs, quotations and lists."""
    short: list[Block] = []
    for block in blocks:
        if isinstance(block, Box) and block.tag in _DISSOLVED:
            short.extend(shortened(block.children))
        elif isinstance(block, Box):
            short.extend(_box(block))
        elif isinstance(block, Paragraph) and block.tag in _PLAIN:
            short.extend(freed(block))
        else:
            short.append(block)
    return short


def _box(box: Box) -> list[Block]:
    children = shortened(box.children)
    only = children[0] if len(children) == 1 else None
    if box.tag == "li" and isinstance(only, Paragraph) and only.tag == "p":
        return [Paragraph("li", only.runs, only.align, box.attributes | only.attributes)]
    shortened_box = Box(box.tag, box.attributes, children)
    return quotation(shortened_box) if box.tag == "blockquote" else [shortened_box]
