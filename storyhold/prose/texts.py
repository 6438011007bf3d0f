"""Canonical HTML read back as lines of plain letters. Quick, because it is so regular."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain, pairwise
from typing import NamedTuple

_LEAVES = "p|h[3-6]|pre|li|td|th|caption|summary"
_BOXES = "blockquote|ul|ol|table|thead|tbody|tr|details"
_BLOCK_TAG = re.compile(
    rf"<(?:(?P<leaf>{_LEAVES})(?: [^>]*)?"
    r'|(?P<break>hr class="scene-break"(?: data-symbols="(?P<row>[^"]*)")?)'
    rf"|/?(?:{_LEAVES}|{_BOXES})(?: [^>]*)?)>"
)
_ROW = re.compile('<hr class="scene-break" data-symbols="([^"]*)">')
_NUMBER = re.compile(r' id="p([0-9]+)"')
_IMAGE = re.compile(r'<img(?: src="[^"]*")? alt="([^"]*)"[^>]*>')
_READING = re.compile(r"<r[tp](?: [^>]*)?>.*?</r[tp]>", re.DOTALL)
_TAG = re.compile("<[^>]*>")


class TextBlock(NamedTuple):
    """One paragraph as plain letters, or one scene break as its symbols, maybe none."""

    text: str
    is_break: bool = False
    html: str = ""


def text_blocks(html: str) -> list[TextBlock]:
    """Return the paragraphs and scene breaks of canonical (or short) HTML, in order.

    Line breaks are `\\n`; a picture is its alternative text.
    """
    return list(each_text_block(html))


def each_text_block(html: str) -> Iterator[TextBlock]:
    """Yield what `text_blocks` returns, for those who may stop before the end of a long text."""
    for tag, following in pairwise(chain(_BLOCK_TAG.finditer(html), [None])):
        if tag is None:
            continue
        if tag.lastgroup == "break":
            yield TextBlock(unescape(tag["row"] or ""), is_break=True, html=tag[0])
        elif tag.lastgroup == "leaf" and following:
            content = html[tag.end() : following.start()]
            if content and not content.isspace():
                yield TextBlock(letters(content), html=content)


def all_letters(html: str) -> str:
    """Return all letters of canonical HTML in order, the symbols of scene breaks among them."""
    return unescape(_TAG.sub("", _ROW.sub(r"\1", html)))


def numbered_texts(html: str) -> dict[int, str]:
    """Return the numbered paragraphs of canonical HTML as plain letters, by their numbers."""
    tags = list(_BLOCK_TAG.finditer(html))
    edges = [*(tag.start() for tag in tags), len(html)]
    found = {}
    for tag, end in zip(tags, edges[1:], strict=True):
        if number := _NUMBER.search(tag[0]):
            found[int(number[1])] = letters(html[tag.end() : end]).strip()
    return found


def letters(inline: str, *, readings: bool = True, pictures: bool = True) -> str:
    """Return inline HTML as plain letters, with or without ruby's readings and pictures' texts."""
    if "<" in inline:
        inline = inline.replace("<br>", "\n")
        if pictures:
            inline = _IMAGE.sub(r"\1", inline)
        if not readings:
            inline = _READING.sub("", inline)
        inline = _TAG.sub("", inline)
    return unescape(inline)
