"""The signs of CommonMark, and letters that would be taken for some."""

import re
from html import escape

from storyhold.exporters.formats.lines import Inline, Mark, Signs
from storyhold.exporters.links import absolute
from storyhold.exporters.tags import Tag

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|])")
# At the head of a line these begin something: a heading, a quotation, an item, a rule.
_HEAD = re.compile(r"^( *)([#+=-]|>|\d{1,9}(?=[.)]))", re.MULTILINE)
# CommonMark has no sign for these; HTML is part of it.
_AS_HTML = frozenset(
    ("code", "u", "s", "sub", "sup", "small", "q", "cite", "ruby", "rb", "rt", "rp")
)
_EMPHASIS = {"em": ("*", "_"), "strong": ("**", "__")}


class MarkdownSigns(Signs):
    """Those of one text, which stood on `page` of the archive."""

    quote = "> "
    line_end = "\\\n"

    def __init__(self, page: str) -> None:
        self._page = page
        self._links: list[str] = []  # those that are open

    def inline(self, run: Inline) -> str:
        """Return the letters with their signs: stars where they are understood, else HTML."""
        tidied = _with_spaces_outside(run)
        text = "".join(self._written(tidied, place) for place in range(len(tidied)))
        return _HEAD.sub(_guarded, text)

    def _written(self, run: Inline, place: int) -> str:
        piece = run[place]
        if isinstance(piece, str):
            return piece if piece == self.line_end or piece.startswith("![") else plain(piece)
        if piece.tag.name not in _EMPHASIS:
            return self.sign(piece)
        partner = _partner(run, place)
        first, last = sorted((place, partner))
        if _is_understood(run, first, last):
            return _EMPHASIS[piece.tag.name][piece.depth % 2]
        return _html(piece.tag)

    def sign(self, mark: Mark) -> str:
        """Return a link as Markdown, and what has no sign there as HTML."""
        tag = mark.tag
        if tag.name == "a":
            return self._link(tag)
        return _html(tag) if tag.name in _AS_HTML else ""

    def _link(self, tag: Tag) -> str:
        if not tag.is_end:
            self._links.append(absolute(tag.attributes.get("href", ""), page=self._page))
            return "[" if self._links[-1] else ""
        address = self._links.pop()
        return f"](<{address}>)" if address else ""

    def picture(self, tag: Tag) -> str:
        """Return a picture with its whole address."""
        address = absolute(tag.attributes.get("src", ""), page=self._page)
        words = plain(tag.attributes.get("alt", ""))
        return f"![{words}](<{address}>)" if tag.attributes.get("src") else f"[{words}]"

    def heading(self, level: int, text: str) -> str:
        """Return a heading; a text begins at the third level."""
        return f"{'#' * level} {text}".replace(self.line_end, " ")


def plain(letters: str) -> str:
    """Return letters that stand for themselves."""
    return _SPECIAL.sub(r"\\\1", letters)


def _guarded(match: re.Match[str]) -> str:
    space, sign = match.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}\\{sign}"


def _html(tag: Tag) -> str:
    spoken = "".join(f' {name}="{escape(value)}"' for name, value in tag.attributes.items())
    return f"</{tag.name}>" if tag.is_end else f"<{tag.name}{spoken}>"


def _with_spaces_outside(run: Inline) -> Inline:
    """Return the run with the spaces at the edges of emphasis moved out of it."""
    moved: Inline = []
    for piece in run:
        last = moved[-1] if moved else None
        if isinstance(piece, Mark) and piece.tag.is_end and isinstance(last, str):
            letters = last.rstrip(" ")
            moved[-1:] = [letters, piece, last[len(letters) :]]
        else:
            moved.append(piece)
    return [piece for piece in moved if piece != ""]


def _partner(run: Inline, place: int) -> int:
    """Return where the element begins that ends here, or ends that begins here."""
    mark = run[place]
    assert isinstance(mark, Mark)  # noqa: S101 — asked of marks alone
    places = range(place - 1, -1, -1) if mark.tag.is_end else range(place + 1, len(run))
    for other in places:
        each = run[other]
        if isinstance(each, Mark) and _are_partners(each, mark):
            return other
    return place


def _are_partners(one: Mark, other: Mark) -> bool:
    same = one.depth == other.depth and one.tag.name == other.tag.name
    return same and one.tag.is_end != other.tag.is_end


def _is_understood(run: Inline, first: int, last: int) -> bool:
    """Whether stars around this are emphasis: by the letters on either side of both."""
    inside = _letter(run, first, 1), _letter(run, last, -1)
    beside = _letter(run, first, -1), _letter(run, last, 1)
    return not any(map(str.isspace, inside)) and not any(map(str.isalnum, beside))


def _letter(run: Inline, place: int, step: int) -> str:
    """Return the nearest letter before or after a place; a space where there is none."""
    place += step
    while 0 <= place < len(run):
        piece = run[place]
        if isinstance(piece, str) and piece:
            return piece[0] if step > 0 else piece[-1]
        place += step
    return " "
