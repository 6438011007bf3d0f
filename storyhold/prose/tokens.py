"""HTML source cut into text, start tags and end tags, as browsers cut it, in one linear pass."""

import re
from collections.abc import Iterator
from html import unescape

from storyhold.prose.characters import cleaned

Token = tuple[str, str, str]
"""(`text`, the text, ""), (`start`, the name, its attributes as typed) or (`end`, the name, "")."""

_TEXT = r"(?:[^<]++|<(?![A-Za-z/!?]))++"
_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])[^\s>]*+))?+"""
_TAG = rf"<(/?)([A-Za-z][^\s/>]*+)((?:[\s/]++|{_ATTRIBUTE})*+)>"
_COMMENT = r"<!--(?:-?>|(?s:.*?)(?:--!?>|\Z))|<(?:[!?]|/(?![A-Za-z]))[^>]*+(?:>|\Z)"
_TOKEN = re.compile(f"({_TEXT})|{_TAG}|{_COMMENT}", re.ASCII)

_UNSHOWN = {"script", "style"}
_TYPED = {"textarea", "title"}
_RAW = {"iframe", "noembed", "noframes", "xmp"}
_LONG_NUMBER = re.compile(r"&#(?:[0-9]{7,}|[xX][0-9a-fA-F]{7,});?")


def tokens(source: str) -> Iterator[Token]:
    """Yield what is in `source`, which must be `cleaned`, with character references resolved.

    Comments, scripts, style sheets and the title in the document's head are left out. A tag
    that is cut off by the end of the source is not a tag, nor text: browsers drop it, and so
    do we.
    """
    position, end = 0, len(source)
    in_head = False
    while position < end:
        token = _TOKEN.match(source, position)
        if token is None:
            return
        position = token.end()
        text, closing, name, attributes = token.groups()
        if text:
            yield "text", resolved(text), ""
        elif name:
            name = name.lower()
            if name in _AROUND_HEAD:
                in_head = not closing and name != "body"
            if closing:
                yield "end", name, ""
                continue
            if name not in _SPECIAL:
                yield "start", name, attributes
                continue
            content, position = _content(source, name, position)
            if content and not (in_head and name == "title"):
                yield "start", name, attributes
                yield "text", content, ""
                yield "end", name, ""


_AROUND_HEAD = {"html", "head", "body"}
_SPECIAL = _UNSHOWN | _TYPED | _RAW | {"plaintext"}


def _content(source: str, name: str, start: int) -> tuple[str, int]:
    """Return the text in an element that holds no elements, and where its end tag begins."""
    if name == "plaintext":
        return source[start:], len(source)
    closing = re.compile(rf"</{name}(?=[\s/>])", re.ASCII | re.IGNORECASE).search(source, start)
    end = closing.start() if closing else len(source)
    if name in _UNSHOWN:
        return "", end
    content = source[start:end]
    return (resolved(content) if name in _TYPED else content), end


def resolved(text: str) -> str:
    """Return `text` with its character references resolved."""
    if "&" not in text:
        return text
    return cleaned(unescape(_LONG_NUMBER.sub(_shorter, text)))


def _shorter(match: re.Match[str]) -> str:
    """Drop leading zeros; Python refuses to read very long numbers, browsers show U+FFFD."""
    reference = match.group()
    mark = "&#x" if reference[2] in "xX" else "&#"
    digits = reference[len(mark) :].rstrip(";").lstrip("0") or "0"
    semicolon = ";" if reference.endswith(";") else ""
    return f"{mark}{digits}{semicolon}" if len(digits) < 7 else "\ufffd"
