"""The shape of a text while it is read: blocks that hold runs of letters under marks."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Mark:
    """An inline element around some letters. Two marks are the same only if they are one.

    Nobody changes one. It is not `frozen` because that makes it three times as slow to make,
    and a long text has many.
    """

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    is_upright: bool = False
    """Set upright within italics by a style sheet, not by an element."""

    @property
    def key(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """What two marks must share to look alike."""
        return self.tag, self.attributes


@dataclass(frozen=True, slots=True)
class Image:
    """A picture in the text; without `src`, only what it was said to show."""

    src: str
    alt: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line inside a paragraph."""


LINE_BREAK = LineBreak()
Marks = tuple[Mark, ...]
Piece = str | Image | LineBreak
Run = tuple[Piece, Marks]


@dataclass(slots=True)
class Leaf:
    """A stretch of running text as typed: one paragraph, or several divided by line breaks."""

    kind: str = "p"
    align: str = ""
    lang: str = ""
    dir: str = ""
    runs: list[Run] = field(default_factory=list)


@dataclass(slots=True)
class Break:
    """A scene break, with the symbols it was typed with, if any."""

    symbols: str = ""


@dataclass(slots=True)
class Container:
    """A block that holds blocks; `#root` and `#foster` leave no trace of their own.

    A child that is a `str` is a whole paragraph of nothing but letters, as most are in a plain
    text; half a million of them are light.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["str | Leaf | Break | Container"] = field(default_factory=list)
    depth: int = 0


def letters_of(container: Container) -> Iterator[str]:
    """Yield every piece of text in reading order, white space and all."""
    for child in container.children:
        if isinstance(child, str):
            yield child
        elif isinstance(child, Container):
            yield from letters_of(child)
        elif isinstance(child, Break):
            yield child.symbols
        else:
            yield from (piece for piece, _ in child.runs if isinstance(piece, str))
