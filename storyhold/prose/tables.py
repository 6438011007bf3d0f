"""Tables in their simplest form."""

from storyhold.prose.blocks import Block, Box, Paragraph
from storyhold.prose.document import Break
from storyhold.prose.paragraphs import freed


def table(box: Box) -> list[Block]:
    """Return the table, or what is in it when it is only a frame around one cell."""
    parts = _parts(box)
    sections = [part for part in parts if isinstance(part, Box)]
    cells = [cell for section in sections for row in section.children for cell in _children(row)]
    captions: list[Block] = [part for part in parts if isinstance(part, Paragraph)]
    if not captions and len(cells) == 1:
        return _contents(box, cells[0])
    if not any(_holds_something(cell) for cell in cells):
        return [block for part in parts if isinstance(part, Paragraph) for block in freed(part)]
    return [Box("table", box.attributes, list(parts))]


def _parts(box: Box) -> list[Paragraph | Box]:
    """Return captions and sections in the order they were written, every row in a section."""
    parts: list[Paragraph | Box] = []
    loose: Box | None = None
    for part in box.children:
        if isinstance(part, Break):
            continue
        if part.tag == "tr":
            if loose is None:
                loose = Box("tbody", {}, [])
                parts.append(loose)
            loose.children.append(part)
        else:
            loose = None
            parts.append(part)
    return parts


def _children(block: Block) -> list[Block]:
    return block.children if isinstance(block, Box) else []


def _holds_something(cell: Block) -> bool:
    return not isinstance(cell, Box) or bool(cell.children)


def _contents(box: Box, cell: Block) -> list[Block]:
    """Take the blocks out of a table's only cell, with the language they were in."""
    if isinstance(cell, Break):
        return [cell]
    worn = box.attributes | cell.attributes
    spoken = {name: value for name, value in worn.items() if name in ("lang", "dir")}
    if isinstance(cell, Paragraph):
        return [Paragraph("p", cell.runs, cell.align, spoken)]
    for block in cell.children:
        if not isinstance(block, Break):
            block.attributes = spoken | block.attributes
    return cell.children
