"""Paragraphs and scene breaks found in stretches of running text."""

from collections.abc import Iterator

from storyhold.prose.bidi import balanced_text, may_need_balance
from storyhold.prose.blocks import Block, Box, Paragraph
from storyhold.prose.characters import is_blank
from storyhold.prose.document import LINE_BREAK, Break, Leaf, Marks
from storyhold.prose.elements import HEADINGS
from storyhold.prose.lines import Line, evened, joined, paragraphs_in, symbols_of
from storyhold.prose.scene_breaks import cannot_be_symbols, divides_lines, symbols_in


def paragraphs_of(leaf: Leaf) -> Iterator[Block]:
    """Yield the paragraphs, headings and scene breaks in a stretch of text."""
    text, marks = leaf.runs[0] if len(leaf.runs) == 1 else (LINE_BREAK, ())
    if isinstance(text, str) and not (marks and may_need_balance(text)):
        yield from _one_run(leaf, text, marks)
        return
    if leaf.kind in HEADINGS:
        lines = [line for paragraph in paragraphs_in(leaf.runs) for line in paragraph]
        if lines:
            yield break_in(lines) or _paragraph(leaf, lines)
        return
    for paragraph in paragraphs_in(leaf.runs):
        scene_break = break_in(paragraph)
        if scene_break:
            yield scene_break
        elif len(paragraph) == 1:
            yield _paragraph(leaf, paragraph)
        else:
            yield from _divided(leaf, paragraph)


def _one_run(leaf: Leaf, text: str, marks: Marks) -> Iterator[Block]:
    """Do the same for the only run of a stretch; it spares most paragraphs all that follows."""
    if not cannot_be_symbols(text):
        if is_blank(text):
            return
        symbols = symbols_in(text)
        if symbols:
            yield Break(symbols)
            return
    if may_need_balance(text):
        text = balanced_text(evened(text))
    yield Paragraph(leaf.kind, [(evened(text), marks)], leaf.align, spoken(leaf))


def break_in(lines: list[Line]) -> Break | None:
    """Return the scene break that these lines are, if they are a row of symbols."""
    letters = 0
    texts: list[str] = []
    for line in lines:
        text = symbols_of(line)
        if text is None:
            return None
        letters += len(text)
        if letters > 1000:
            return None
        texts.append(text)
    symbols = symbols_in(" ".join(texts))
    return Break(symbols) if symbols else None


def _divided(leaf: Leaf, lines: list[Line]) -> Iterator[Block]:
    """Yield the stanzas between lines that are rows of symbols."""
    stanza: list[Line] = []
    for line in lines:
        scene_break = break_in([line])
        if scene_break and divides_lines(scene_break.symbols):
            if stanza:
                yield break_in(stanza) or _paragraph(leaf, stanza)
                stanza = []
            yield scene_break
        else:
            stanza.append(line)
    if stanza:
        yield break_in(stanza) or _paragraph(leaf, stanza)


def _paragraph(leaf: Leaf, lines: list[Line]) -> Paragraph:
    return Paragraph(leaf.kind, joined(lines), leaf.align, spoken(leaf))


def spoken(leaf: Leaf) -> dict[str, str]:
    """Return the language and direction a stretch of text was given."""
    if not leaf.lang and not leaf.dir:
        return {}
    return {name: value for name, value in (("lang", leaf.lang), ("dir", leaf.dir)) if value}


def freed(paragraph: Paragraph) -> Iterator[Block]:
    """Yield what a heading, cell or caption is once it stands as ordinary text."""
    lang, direction = (paragraph.attributes.get(name, "") for name in ("lang", "dir"))
    yield from paragraphs_of(Leaf("p", paragraph.align, lang, direction, paragraph.runs))


def quotation(box: Box) -> list[Block]:
    """Return a quotation, or the scene breaks that somebody indented with one."""
    if all(isinstance(block, Break) for block in box.children):
        return box.children
    return [box]
