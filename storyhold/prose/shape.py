"""What was read, brought into the strict shape of canonical HTML."""

from collections.abc import Callable, Iterator

from storyhold.prose.blocks import Block, Box, Paragraph
from storyhold.prose.characters import is_blank
from storyhold.prose.document import LINE_BREAK, Break, Container, Leaf, LineBreak, Run
from storyhold.prose.elements import CELLS
from storyhold.prose.lines import is_blank_line, joined, lines_of
from storyhold.prose.paragraphs import break_in, paragraphs_of, quotation, spoken
from storyhold.prose.tables import table


def blocks_of(container: Container) -> Iterator[Block]:
    """Yield the blocks in `container`: nothing empty, and every text in a paragraph."""
    for child in _children(container):
        if isinstance(child, str):
            yield Paragraph("p", [(child, ())])
        elif isinstance(child, Break):
            yield child
        elif isinstance(child, Leaf):
            yield from _preformatted(child) if child.kind == "pre" else paragraphs_of(child)
        else:
            yield from _contained(child)


def _children(container: Container) -> Iterator[str | Leaf | Break | Container]:
    """Yield the children, and those of a `#foster` in its place: many may be nested."""
    waiting = [iter(container.children)]
    while waiting:
        for child in waiting[-1]:
            if isinstance(child, Container) and child.tag == "#foster":
                waiting.append(iter(child.children))
                break
            yield child
        else:
            waiting.pop()


def _contained(container: Container) -> list[Block]:
    blocks = list(blocks_of(container))
    tag = container.tag
    if tag in CELLS:
        return [_text_box(container, blocks)]
    if not blocks:
        return blocks
    if tag in ("summary", "caption"):
        return _one_paragraph(container, blocks)
    if tag == "li":
        return [_text_box(container, blocks)]
    box = Box(tag, container.attributes, blocks)
    if tag in ("ul", "ol"):
        return _list(box)
    if tag == "table":
        return table(box)
    if tag == "details":
        return _details(box)
    return quotation(box) if tag == "blockquote" else [box]


def _preformatted(leaf: Leaf) -> Iterator[Paragraph]:
    runs: list[Run] = [
        ("\n" if isinstance(piece, LineBreak) else piece, marks) for piece, marks in leaf.runs
    ]
    if all(isinstance(piece, str) and is_blank(piece) for piece, _ in runs):
        return
    runs = _trimmed(runs, 0, lambda text: text.lstrip("\n"))
    runs = _trimmed(runs, -1, str.rstrip)
    yield Paragraph("pre", runs, leaf.align, spoken(leaf))


def _trimmed(runs: list[Run], end: int, trim: Callable[[str], str]) -> list[Run]:
    while runs:
        piece, marks = runs[end]
        if not isinstance(piece, str):
            break
        text = trim(piece)
        if text:
            runs[end] = (text, marks)
            break
        del runs[end]
    return runs


def _text_box(container: Container, blocks: list[Block]) -> Block:
    """Return a list item or cell: a paragraph when it holds one, else a box."""
    only = blocks[0] if len(blocks) == 1 else None
    if isinstance(only, Paragraph) and only.tag == "p":
        return Paragraph(
            container.tag, only.runs, only.align, container.attributes | only.attributes
        )
    return Box(container.tag, container.attributes, blocks)


def _one_paragraph(container: Container, blocks: list[Block]) -> list[Block]:
    """Set everything in a summary or caption as the lines of one paragraph."""
    runs: list[Run] = []
    align = ""
    for block in _flat(blocks):
        if isinstance(block, Break):
            addition: list[Run] = [(block.symbols, ())]
        else:
            addition = block.runs
            align = align or block.align
        if any(piece != "" for piece, _ in addition):
            runs.extend([(LINE_BREAK, ()), *addition] if runs else addition)
    lines = [line for line in lines_of(runs) if not is_blank_line(line)]
    if not lines:
        return []
    # Read again, a row of symbols is a scene break, which has no alignment.
    align = "" if break_in(lines) else align
    return [Paragraph(container.tag, joined(lines), align, container.attributes)]


def _flat(blocks: list[Block]) -> Iterator[Paragraph | Break]:
    for block in blocks:
        if isinstance(block, Box):
            yield from _flat(block.children)
        else:
            yield block


def _list(box: Box) -> list[Block]:
    """Give every block between two items to the item before it.

    Old pages use a list without items to indent; that is a quotation to us.
    """
    if not any(_is_item(block) for block in box.children):
        return quotation(Box("blockquote", box.attributes, box.children))
    before: list[Block] = []
    items: list[Block] = []
    for block in box.children:
        if _is_item(block):
            items.append(block)
        elif items:
            items[-1] = _with_block(items[-1], block)
        else:
            before.append(block)
    return [*before, Box(box.tag, box.attributes, items)]


def _is_item(block: Block) -> bool:
    return not isinstance(block, Break) and block.tag == "li"


def _with_block(item: Block, block: Block) -> Block:
    if isinstance(item, Paragraph):
        text = Paragraph("p", item.runs, item.align)
        return Box("li", item.attributes, [text, block])
    if isinstance(item, Box):
        item.children.append(block)
    return item


def _details(box: Box) -> list[Block]:
    """Keep what opens on demand only if it has a summary to open it by."""
    first = box.children[0]
    if isinstance(first, Paragraph) and first.tag == "summary":
        return [box]
    return box.children
