"""Addresses of links and images: which may stay, and in which spelling."""

import re

from storyhold.prose.allow_list import passes_as_address
from storyhold.prose.characters import nfc

_IGNORED = re.compile("[\t\n\r\x00-\x1f\x7f-\x9f]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):", re.ASCII)
_HEAD = re.compile("[^?#]*")
_COLON_FIRST = re.compile(r"[^/?#]*:")
_UNSAFE = str.maketrans(
    {" ": "%20", '"': "%22", "<": "%3C", ">": "%3E", "`": "%60", "\xa0": "%C2%A0"}
)


def link_address(typed: str) -> str:
    """Return the address a link may lead to, or "" when it may lead nowhere."""
    return _address(typed, schemes=("http", "https", "mailto"))


def image_address(typed: str) -> str:
    """Return the address an image may come from, or "" when there is none."""
    return _address(typed, schemes=("http", "https"))


def _address(typed: str, *, schemes: tuple[str, ...]) -> str:
    # Browsers drop tabs and line ends anywhere in an address and read `\` as `/`.
    address = _IGNORED.sub("", typed).strip()
    address = _HEAD.sub(lambda head: head[0].replace("\\", "/"), address, count=1)
    if address.startswith("//"):
        address = "https:" + address
    scheme = _SCHEME.match(address)
    if scheme:
        if scheme[1].lower() not in schemes:
            return ""
    elif _COLON_FIRST.match(address):
        return ""
    address = nfc(address.translate(_UNSAFE))
    return address if passes_as_address(address) else ""
