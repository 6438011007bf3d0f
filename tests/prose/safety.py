"""An independent judge of canonical HTML: the allow-list once more, and Python's own parser."""

import re
from html.parser import HTMLParser

_SPOKEN = {"lang", "dir"}
_NUMBERED = {"id", "class", *_SPOKEN}
ALLOWED: dict[str, set[str]] = {
    **dict.fromkeys(["p", "h3", "h4", "h5", "h6", "pre", "caption", "summary", "li"], _NUMBERED),
    **{tag: {*_NUMBERED, "colspan", "rowspan"} for tag in ("td", "th")},
    **dict.fromkeys(
        ["blockquote", "ul", "ol", "table", "thead", "tbody", "tr", "details"], _SPOKEN
    ),
    **dict.fromkeys(
        [
            "em",
            "strong",
            "u",
            "s",
            "sub",
            "sup",
            "small",
            "code",
            "q",
            "cite",
            "span",
            "ruby",
            "rb",
            "rt",
            "rp",
        ],
        _SPOKEN,
    ),
    "abbr": {"title", *_SPOKEN},
    "a": {"href", "rel", *_SPOKEN},
    "img": {"src", "alt", "width", "height"},
    "hr": {"class", "data-symbols"},
    "br": set(),
}
_CLASSES = {"center", "right", "scene-break"}
_DANGEROUS = re.compile(r"^\s*(?!https?:|mailto:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def faults(html: str) -> list[str]:
    """Return what should not be in canonical HTML, in words."""
    judge = _Judge()
    judge.feed(html)
    judge.close()
    if judge.open:
        judge.found.append(f"left open: {judge.open}")
    return judge.found


class _Judge(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.found.append(f"element {tag}")
        for name, value in attrs:
            if name not in ALLOWED.get(tag, set()):
                self.found.append(f"attribute {name} of {tag}")
            if name in ("href", "src") and _DANGEROUS.match(value or ""):
                self.found.append(f"address {value}")
            if name == "class" and value not in _CLASSES:
                self.found.append(f"class {value}")
        if tag not in ("br", "hr", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.found.append(f"end of {tag}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"comment {data}")

    def handle_decl(self, decl: str) -> None:
        self.found.append(f"declaration {decl}")
