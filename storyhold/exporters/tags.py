"""The tags of canonical HTML, which is so regular that they can be read one by one."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)((?: [^<>]*)?)>")
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')

Attributes = dict[str, str]
VOID = frozenset({"br", "hr", "img"})


class Tag(NamedTuple):
    """A start tag or an end tag."""

    name: str
    attributes: Attributes
    is_end: bool


def with_tags(html: str, rewritten: Callable[[Tag], str]) -> str:
    """Return canonical `html` with each tag as `rewritten` gives it back; letters stay."""
    return _TAG.sub(lambda match: rewritten(_tag(match)), html)


def pieces(html: str) -> Iterator[Tag | str]:
    """Yield the tags of canonical `html`, and the letters between them as plain text."""
    end = 0
    for match in _TAG.finditer(html):
        if match.start() > end:
            yield unescape(html[end : match.start()])
        yield _tag(match)
        end = match.end()
    if end < len(html):
        yield unescape(html[end:])


def _tag(match: re.Match[str]) -> Tag:
    end, name, typed = match.groups()
    return Tag(name, _attributes(typed) if typed else {}, bool(end))


def _attributes(typed: str) -> Attributes:
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(typed)}
