"""What of a text's HTML is not carried over, counted in its source."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from storyhold.importers.sources.efiction.values.reading import NOTHING
from storyhold.prose.allow_list import ALLOWED
from storyhold.prose.attributes import KNOWN, read_attributes

_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9:_-]*+)((?:[\s/][^<>]*+)?)>")
_NAME = re.compile(r"""([^\s/>="']++)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+""")

_TRANSLATED = {
    *("b", "i", "strike", "del", "ins", "tt", "kbd", "samp", "acronym", "dfn", "var", "center"),
    *("div", "h1", "h2", "dl", "dt", "dd", "tfoot", "menu", "dir", "big", "html", "head", "body"),
}
"""Elements whose meaning we keep in other words, or that have none."""

_DANGEROUS = {
    **dict.fromkeys(("script", "noscript"), "scripts"),
    **dict.fromkeys(("iframe", "frame", "frameset", "object", "embed", "applet"), "frames"),
    **dict.fromkeys(("form", "input", "textarea", "select", "button"), "forms"),
}
_ADDRESSES = ("href", "src")
_SCRIPT_ADDRESS = re.compile(r"\s*(?:java|vb|j)script:|\s*data:", re.IGNORECASE)


class Removals(NamedTuple):
    """How often each thing stood in a source.

    `dangers` may name `scripts`, `frames`, `forms`, `event attributes` and `script addresses`;
    `elements` and `attributes` are the others that are left out, by name; `pictures` the hosts
    from which pictures are shown.
    """

    dangers: Mapping[str, int] = NOTHING
    elements: Mapping[str, int] = NOTHING
    attributes: Mapping[str, int] = NOTHING
    pictures: tuple[str, ...] = ()


def removals_from(source: str) -> Removals:
    """Return what `prose` will leave out of a source, and what it will show from elsewhere."""
    if "<" not in source:
        return Removals()
    dangers, elements, attributes = Counter[str](), Counter[str](), Counter[str]()
    pictures = []
    for (tag, typed), times in Counter(_TAG.findall(source)).items():
        name = tag.lower()
        if name in _DANGEROUS:
            dangers[_DANGEROUS[name]] += times
        elif name not in ALLOWED and name not in _TRANSLATED:
            elements[name] += times
        if typed:
            _count_attributes(typed, times, dangers, attributes)
            pictures += _picture(typed) if name == "img" else []
    return Removals(dangers, elements, attributes, tuple(dict.fromkeys(pictures)))


def _count_attributes(
    typed: str, times: int, dangers: Counter[str], attributes: Counter[str]
) -> None:
    for name in map(str.lower, _NAME.findall(typed)):
        if name.startswith("on"):
            dangers["event attributes"] += times
        elif name not in KNOWN and not name.isdigit():
            attributes[name] += times
    if ":" in typed:
        values = read_attributes(typed)
        if any(_SCRIPT_ADDRESS.match(values.get(name, "")) for name in _ADDRESSES):
            dangers["script addresses"] += times


def _picture(typed: str) -> list[str]:
    source = read_attributes(typed).get("src", "").strip()
    try:
        host = urlsplit(source).hostname
    except ValueError:
        return []
    return [host] if host else []
