"""Attributes and inline styles of one start tag, as far as they mean something for a text."""

import re

from storyhold.prose.characters import cleaned, nfc
from storyhold.prose.tokens import resolved

Attributes = dict[str, str]

_ATTRIBUTE = re.compile(
    r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|(?!["'])([^\s>]*+)))?+""",
    re.ASCII,
)
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*+(?:;|(?!=)))")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_DIRECTIONS = {"ltr", "rtl", "auto"}
_SMALL_NUMBER = re.compile(r"\s*0*([1-9][0-9]{0,3})(?:px)?\s*", re.ASCII)

KNOWN = frozenset(
    [
        "align",
        "alt",
        "class",
        "colspan",
        "data-symbols",
        "dir",
        "height",
        "href",
        "lang",
        "rowspan",
        "src",
        "style",
        "title",
        "width",
        "xml:lang",
    ]
)
_CSS_NAMES = {"middle": "center", "-webkit-center": "center", "-webkit-right": "right"}


def read_attributes(typed: str) -> Attributes:
    """Return the attributes we know by name; of two with the same name the first counts."""
    attributes: Attributes = {}
    if not typed or typed.isspace():
        return attributes
    for match in _ATTRIBUTE.finditer(typed):
        name = match[1].lower()
        if name in KNOWN and name not in attributes:
            attributes[name] = _value(match[2] or match[3] or match[4] or "")
    return attributes


def _value(typed: str) -> str:
    # In `?a=1&copy=2` the reference is none: browsers see the `=`, and so must we.
    return cleaned(_REFERENCE.sub(lambda match: resolved(match.group()), typed))


def language(attributes: Attributes) -> str:
    """Return the language tag, or "" when there is none that is well formed."""
    tag = (attributes.get("lang") or attributes.get("xml:lang") or "").strip()
    return tag if len(tag) <= 35 and _LANGUAGE.fullmatch(tag) else ""


def direction(attributes: Attributes) -> str:
    """Return `ltr`, `rtl`, `auto` or ""."""
    value = attributes.get("dir", "").strip().lower()
    return value if value in _DIRECTIONS else ""


def small_number(attributes: Attributes, name: str, *, most: int) -> str:
    """Return a whole number from 1 to `most` as digits, or ""."""
    match = _SMALL_NUMBER.fullmatch(attributes.get(name, ""))
    return match[1] if match and int(match[1]) <= most else ""


def phrase(attributes: Attributes, name: str) -> str:
    """Return an attribute meant for people, on one line."""
    return nfc(" ".join(attributes.get(name, "").split()))


def style(attributes: Attributes) -> dict[str, str]:
    """Return the declarations of the `style` attribute, names and values in lower case."""
    declarations = {}
    for declaration in attributes.get("style", "").lower().split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            declarations[name.strip()] = value.replace("!important", "").strip()
    return declarations


def alignment(attributes: Attributes, declared: dict[str, str]) -> str | None:
    """Return `center`, `right`, "" for another alignment, or None when nothing is said."""
    classes = attributes.get("class", "").split()
    for name in ("center", "right"):
        if name in classes:
            return name
    said = declared.get("text-align") or attributes.get("align", "").strip().lower()
    if not said:
        return None
    said = _CSS_NAMES.get(said, said)
    return said if said in ("center", "right") else ""
