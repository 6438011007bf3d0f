"""The blocks of a finished text."""

from dataclasses import dataclass, field

from storyhold.prose.document import Break, Run


@dataclass(slots=True)
class Paragraph:
    """A block of running text: paragraph, heading, verse, or an item or cell with only text."""

    tag: str
    runs: list[Run]
    align: str = ""
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Box:
    """A block of blocks. A cell may be empty, no other box is."""

    tag: str
    attributes: dict[str, str]
    children: list["Block"]


Block = Paragraph | Box | Break
