"""Addresses inside texts that lead to the old archive itself, and texts that are only a link."""

import re
from collections.abc import Callable, Collection, Mapping
from html import unescape
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from storyhold.prose.escaping import text as escaped
from storyhold.prose.texts import all_letters
from storyhold.prose.words import count_words

LeadsTo = Callable[[str, Mapping[str, str]], str | None]
"""Given the name of an old script and its parameters: the new address, or None.

A picture is `images` with `uid` and `file`, a file of text is `text` with `uid` and `chapid`.
"""

_ADDRESS = re.compile(r'(<(?:a|img)\b[^<>]*? (?:href|src)=")([^"]*+)')
_LINK = re.compile(r'<a\b[^<>]*? href="(https?://[^"]*+)"[^<>]*+>.*?</a>', re.DOTALL)
_BARE_ADDRESS = re.compile(r"https?://[^\s<>\"]++")
_IMAGE = re.compile(r"(?:^|/)(?P<uid>[^/]+)/images/(?P<file>[^/]+)$", re.IGNORECASE)
_TEXT = re.compile(r"(?:^|/)(?P<uid>[^/]+)/(?P<chapid>[0-9]+)\.txt$", re.IGNORECASE)
_SCRIPT = re.compile(r"(?:^|/)([^/]+\.php)\W*$", re.IGNORECASE)
_SLASHES = re.compile("/+")
_LONG = 3_000  # letters, tags included
_FEW_WORDS = 30


class Rewritten(NamedTuple):
    """Canonical HTML with new addresses, how many there are, and the old ones that lead nowhere."""

    html: str
    led: int = 0
    left: tuple[str, ...] = ()


def rewrite_links(html: str, leads_to: LeadsTo, *, own: Collection[str] = ()) -> Rewritten:
    """Return canonical HTML in which links and pictures of the old archive have new addresses.

    `own` are addresses under which the old archive was known; relative ones are its own anyway.
    """
    if ".php" not in html.lower() and "/images/" not in html.lower() and ".txt" not in html:
        return Rewritten(html)
    homes = [_home(address) for address in own]
    led, left = 0, []

    def rewritten(match: re.Match[str]) -> str:
        nonlocal led
        address = unescape(match[2])
        found = _old_address(address, homes)
        if found is None:
            return match[0]
        new = leads_to(*found)
        if new is None:
            left.append(address)
            return match[0]
        led += 1
        return match[1] + escaped(_with_fragment(new, address)).replace('"', "&quot;")

    return Rewritten(_ADDRESS.sub(rewritten, html), led, tuple(left))


def only_link(html: str) -> str:
    """Return the address of another site that is all there is in canonical HTML; "" otherwise."""
    if len(html) > _LONG or "http" not in html:
        return ""
    links = [unescape(link[1]) for link in _LINK.finditer(html)]
    letters = all_letters(_LINK.sub(" ", html))
    addresses = {*links, *_BARE_ADDRESS.findall(letters)}
    words = count_words(escaped(_BARE_ADDRESS.sub(" ", letters)))
    return addresses.pop() if len(addresses) == 1 and words <= _FEW_WORDS else ""


def _old_address(address: str, homes: list[str]) -> tuple[str, dict[str, str]] | None:
    """Return the script and parameters of an address of the old archive, None of any other."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in ("", "http", "https"):
        return None
    if parts.netloc and not any(_home(address).startswith(home) for home in homes):
        return None
    for kind, pattern in (("images", _IMAGE), ("text", _TEXT)):
        if file := pattern.search(parts.path):
            return kind, file.groupdict()
    if script := _SCRIPT.search(parts.path):
        return script[1].lower(), _parameters(parts.query)
    return None


def _parameters(query: str) -> dict[str, str]:
    pairs = parse_qsl(query.replace("&amp;", "&").replace("&amptype", "&type"))
    return {name.strip().lower(): value for name, value in pairs}


def _home(address: str) -> str:
    parts = urlsplit(address)
    host = parts.netloc.lower().removeprefix("www.")
    return _SLASHES.sub("/", f"{host}{parts.path}/").lower()


def _with_fragment(new: str, old: str) -> str:
    _, hash_sign, fragment = old.partition("#")
    return new if not fragment or "#" in new else new + hash_sign + fragment
