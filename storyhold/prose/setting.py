"""What a block hands down to the text and the blocks inside it."""

from typing import NamedTuple

from storyhold.prose.attributes import Attributes, alignment, direction, language, style
from storyhold.prose.document import Container, Leaf


class Setting(NamedTuple):
    """Where text goes and how it is set, in one open block.

    `lang` and `dir` are those of blocks that leave no trace, such as `div`; the next element
    that is kept wears them.
    """

    box: Container
    kind: str = "p"
    align: str = ""
    lang: str = ""
    dir: str = ""

    def with_attributes(self, attributes: Attributes) -> "Setting":
        """Return the setting inside a block that has these attributes."""
        if not attributes:
            return self
        declared = style(attributes) if "style" in attributes else {}
        align = alignment(attributes, declared)
        return Setting(
            self.box,
            self.kind,
            self.align if align is None else align,
            language(attributes) or self.lang,
            direction(attributes) or self.dir,
        )

    def of_kind(self, kind: str) -> "Setting":
        """Return the setting with text of another kind. (`_replace` is slow.)"""
        return Setting(self.box, kind, self.align, self.lang, self.dir)

    def leaf(self) -> Leaf:
        """Append an empty stretch of text and return it."""
        leaf = Leaf(self.kind, self.align, self.lang, self.dir)
        self.box.children.append(leaf)
        return leaf

    def inside(self, tag: str, **attributes: str) -> "Setting":
        """Append a container that wears this language and direction; return what is inside."""
        worn = {"lang": self.lang, "dir": self.dir, **attributes}
        box = Container(
            tag, {name: value for name, value in worn.items() if value}, depth=self.box.depth + 1
        )
        self.box.children.append(box)
        return Setting(box, self.kind, self.align)
