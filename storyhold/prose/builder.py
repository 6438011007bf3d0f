"""A tree of blocks from HTML source, unclosed and misnested tags repaired as a browser does.

The tree is built here rather than by a library because every one we measured takes time
quadratic in the depth of nesting or in the number of attributes. Blocks form the tree; inline
elements are only marks on the letters, so misnested ones need no repair at all.
"""

import re
from collections.abc import Callable

from storyhold.prose.addresses import image_address
from storyhold.prose.attributes import Attributes, phrase, read_attributes, small_number
from storyhold.prose.characters import HTML_SPACE, cleaned
from storyhold.prose.document import LINE_BREAK, Break, Container, Image, Leaf, Piece
from storyhold.prose.elements import (
    BLOCKS,
    CELLS,
    HEADINGS,
    LISTS,
    PLAIN_BLOCKS,
    PREFORMATTED,
    RUBY_PARTS,
    SECTIONS,
)
from storyhold.prose.open_blocks import OpenBlocks
from storyhold.prose.scene_breaks import symbols_in
from storyhold.prose.setting import Setting
from storyhold.prose.styles import block_marks, marks_of
from storyhold.prose.tokens import tokens

_DIVIDES = re.compile(
    rf"<(?:br|hr|html|body|{'|'.join(sorted(BLOCKS))})[\s/>]", re.ASCII | re.IGNORECASE
)
"""A tag that divides text. An author who uses none of them divides it by line ends."""


def read_html(source: str, *, images: bool = True) -> Container:
    """Return the blocks of `source` and the text in them, nothing visible left out.

    An image that may not be shown keeps only its alternative text; when `images` is false, that
    text stands in the place of every image.
    """
    source = cleaned(source)
    builder = _Builder(images=images, keeps_lines=not _DIVIDES.search(source))
    for kind, value, attributes in tokens(source):
        if kind == "text":
            builder.text(value)
        elif kind == "start":
            builder.start(value, attributes)
        else:
            builder.end(value)
    return builder.root


class _Builder:
    def __init__(self, *, images: bool, keeps_lines: bool) -> None:
        self.root = Container("#root")
        self._shows_images = images
        self._keeps_lines = keeps_lines
        self._blocks = OpenBlocks(self.root)
        self._leaf: Leaf | None = None
        self._drops_line_end = False

    def text(self, text: str) -> None:
        if not self._keeps_lines:
            self._text(text)
            return
        first, *others = text.split("\n")
        self._text(first)
        for line in others:
            self._break_line()
            self._text(line)

    def _text(self, text: str) -> None:
        if self._drops_line_end:
            self._drops_line_end = False
            text = text.removeprefix("\n")
        is_shown = text.strip(HTML_SPACE) or self._leaf or self._blocks.setting.kind == "pre"
        if text and is_shown:
            self._write(text)

    def start(self, name: str, typed: str) -> None:
        attributes = read_attributes(typed) if typed else {}
        self._drops_line_end = False
        special = _STARTS.get(name)
        if special:
            special(self, name, attributes)
        elif name in PLAIN_BLOCKS:
            if name == "center":
                attributes["align"] = "center"
            self._end_paragraph()
            self._push(name, self._blocks.setting.with_attributes(attributes), attributes)
        else:
            self._open_inline(name, attributes)

    def end(self, name: str) -> None:
        self._drops_line_end = False
        if name == "p":
            self._leaf = None
            self._blocks.close_paragraph()
        elif name == "br":
            self._break_line()
        elif name in _ENDS_OF_PARTS:
            self._leaf = None
            self._blocks.close_part(name)
        elif name in BLOCKS:
            closed = self._blocks.close_heading if name in HEADINGS else self._blocks.close
            if closed(name):
                self._leaf = None
        else:
            self._blocks.marks.close(name, self._blocks.depth)

    def _write(self, piece: Piece) -> None:
        if self._leaf is None:
            if self._blocks.is_between_cells:
                self._move_before_table()
            self._leaf = self._blocks.setting.leaf()
        self._leaf.runs.append((piece, self._blocks.marks.now))

    def _move_before_table(self) -> None:
        self._blocks.push("#foster", self._blocks.before_table())

    def _end_paragraph(self) -> None:
        """End an open paragraph, as the start of every block does."""
        self._leaf = None
        self._drops_line_end = False
        self._blocks.close_paragraph()
        if self._blocks.is_between_cells:
            self._move_before_table()

    def _push(self, name: str, setting: Setting, attributes: Attributes) -> bool:
        if not self._blocks.push(name, setting):
            return False
        if "style" in attributes:
            marks, suspends = block_marks(attributes, self._blocks.marks.now)
            if marks or suspends:
                self._blocks.marks.open("#block", self._blocks.depth, marks, suspends)
        return True

    def _push_container(self, name: str, tag: str, attributes: Attributes) -> None:
        setting = self._blocks.setting.with_attributes(attributes)
        if self._blocks.has_room(levels=1):
            setting = setting.inside(tag)
        self._push(name, setting, attributes)

    def _push_part(self, name: str, tag: str, attributes: Attributes, **worn: str) -> None:
        setting = self._blocks.setting.with_attributes(attributes).inside(tag, **worn)
        self._push(name, setting, attributes)

    def _open_paragraph(self, _: str, attributes: Attributes) -> None:
        self._end_paragraph()
        self._push("p", self._blocks.setting.with_attributes(attributes), attributes)

    def _open_heading(self, name: str, attributes: Attributes) -> None:
        self._end_paragraph()
        if self._blocks.top.name in HEADINGS:
            self._blocks.cut(self._blocks.depth - 1)
        setting = self._blocks.setting.with_attributes(attributes)
        self._push(name, setting.of_kind(name), attributes)

    def _open_preformatted(self, name: str, attributes: Attributes) -> None:
        self._end_paragraph()
        setting = self._blocks.setting.with_attributes(attributes)
        self._push(name, setting.of_kind("pre"), attributes)
        self._drops_line_end = name in ("pre", "listing")

    def _open_quotation(self, name: str, attributes: Attributes) -> None:
        self._end_paragraph()
        self._push_container(name, "blockquote", attributes)

    def _open_list(self, name: str, attributes: Attributes) -> None:
        self._end_paragraph()
        self._push_container(name, LISTS[name], attributes)

    def _open_item(self, name: str, attributes: Attributes) -> None:
        self._end_paragraph()
        self._blocks.close_item()
        if self._blocks.setting.box.tag in ("ul", "ol"):
            self._push_container(name, "li", attributes)
        else:
            self._push(name, self._blocks.setting.with_attributes(attributes), attributes)

    def _open_details(self, name: str, attributes: Attributes) -> None:
        self._end_paragraph()
        self._push_container(name, "details", attributes)

    def _open_summary(self, name: str, attributes: Attributes) -> None:
        self._end_paragraph()
        box = self._blocks.setting.box
        if box.tag == "details" and not box.children:
            self._push_container(name, "summary", attributes)
        else:
            self._push(name, self._blocks.setting.with_attributes(attributes), attributes)

    def _open_table(self, name: str, attributes: Attributes) -> None:
        self._leaf = None
        if self._blocks.is_between_cells:
            self._blocks.close_part("table")
        self._end_paragraph()
        # A table's own alignment, or that around it, places the table, not the text in it.
        setting = self._blocks.setting._replace(align="")
        setting = setting.with_attributes({**attributes, "align": ""})
        has_room = self._blocks.has_room(levels=5)
        self._push(name, setting.inside("table") if has_room else setting, attributes)
        if has_room:
            self._blocks.begin_scope()

    def _open_section(self, name: str, attributes: Attributes) -> None:
        self._leaf = None
        if self._blocks.back_to_table():
            self._push_part(name, SECTIONS[name], attributes)

    def _open_row(self, name: str, attributes: Attributes) -> None:
        self._leaf = None
        if self._blocks.back_to_table(*SECTIONS):
            self._push_part(name, "tr", attributes)

    def _open_cell(self, name: str, attributes: Attributes) -> None:
        self._leaf = None
        if not self._blocks.back_to_table("tr", *SECTIONS):
            return
        if self._blocks.setting.box.tag != "tr":
            self._push_part("tr", "tr", {})
        columns = small_number(attributes, "colspan", most=100)
        rows = small_number(attributes, "rowspan", most=100)
        self._push_part(
            name,
            name,
            attributes,
            colspan="" if columns == "1" else columns,
            rowspan="" if rows == "1" else rows,
        )
        self._blocks.begin_scope()

    def _open_caption(self, name: str, attributes: Attributes) -> None:
        self._leaf = None
        if self._blocks.back_to_table():
            self._push_part(name, "caption", attributes)
            self._blocks.begin_scope()

    def _open_document(self, _: str, attributes: Attributes) -> None:
        self._blocks.enter_root(self._blocks.setting.with_attributes(attributes))

    def _break_line(self, *_: str | Attributes) -> None:
        if self._leaf is not None:
            self._write(LINE_BREAK)

    def _break_scene(self, _: str, attributes: Attributes) -> None:
        self._end_paragraph()
        symbols = ""
        if "scene-break" in attributes.get("class", "").split():
            symbols = symbols_in(attributes.get("data-symbols", ""))
        self._blocks.setting.box.children.append(Break(symbols))

    def _open_image(self, _: str, attributes: Attributes) -> None:
        source = image_address(attributes.get("src", "")) if self._shows_images else ""
        alt = phrase(attributes, "alt")
        if source:
            width = small_number(attributes, "width", most=9999)
            height = small_number(attributes, "height", most=9999)
            self._write(Image(source, alt, width, height))
        elif alt:
            self._write(Image("", alt, "", "") if self._shows_images else alt)

    def _open_inline(self, name: str, attributes: Attributes) -> None:
        marks = self._blocks.marks
        depth = self._blocks.depth
        if name == "a":
            marks.close("a", depth)
        elif name in RUBY_PARTS:
            for part in RUBY_PARTS:
                marks.close(part, depth)
        added, suspends = marks_of(name, attributes, marks.now)
        marks.open(name, depth, added, suspends)


_ENDS_OF_PARTS = CELLS | set(SECTIONS) | {"table", "tr", "caption"}
_Start = Callable[[_Builder, str, Attributes], None]
_STARTS: dict[str, _Start] = {
    **dict.fromkeys(HEADINGS, _Builder._open_heading),
    **dict.fromkeys(PREFORMATTED, _Builder._open_preformatted),
    **dict.fromkeys(LISTS, _Builder._open_list),
    **dict.fromkeys(SECTIONS, _Builder._open_section),
    **dict.fromkeys(CELLS, _Builder._open_cell),
    **dict.fromkeys(("html", "body"), _Builder._open_document),
    **dict.fromkeys(("img", "image"), _Builder._open_image),
    "p": _Builder._open_paragraph,
    "blockquote": _Builder._open_quotation,
    "li": _Builder._open_item,
    "details": _Builder._open_details,
    "summary": _Builder._open_summary,
    "table": _Builder._open_table,
    "tr": _Builder._open_row,
    "caption": _Builder._open_caption,
    "br": _Builder._break_line,
    "hr": _Builder._break_scene,
}
