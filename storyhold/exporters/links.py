"""Where the links of a text lead once it has left the archive."""

import re
from urllib.parse import quote, urldefrag, urljoin, urlsplit

_TAIL = re.compile(r"^(/[a-z]+/[0-9]+)-[^/]*")
_HOST = re.compile(r"[\w.-]+(?::[0-9]{1,5})?")
_UNFINISHED = re.compile("%(?![0-9A-Fa-f]{2})")
# What may not stand in an address as it is; browsers forgive it, validators do not.
_UNFIT = re.compile(r"[^\w!$%&'()*+,\-./:;=?@~]")


def absolute(address: str, *, page: str) -> str:
    """Return where a link on `page` leads, as a browser takes it; nothing if nowhere."""
    try:
        whole = urljoin(page, address)
        parts = urlsplit(whole)
    except ValueError:
        return ""
    is_whole = parts.path if parts.scheme == "mailto" else _HOST.fullmatch(parts.netloc)
    return _well_formed(whole) if is_whole else ""


def _well_formed(address: str) -> str:
    whole, mark, fragment = _UNFINISHED.sub("%25", address).partition("#")
    return _quoted(whole) + mark + _quoted(fragment)


def _quoted(part: str) -> str:
    return _UNFIT.sub(lambda unfit: quote(unfit[0]), part)


def place_of(address: str, *, site: str) -> tuple[str, str]:
    """Return the path of an address of `site`, without the words at its end, and its fragment.

    Two addresses of one story or chapter have the same path. Nothing for those of other sites.
    """
    whole, fragment = urldefrag(address)
    path = whole.removeprefix(site) if whole.startswith(f"{site}/") else ""
    return _TAIL.sub(r"\1", path.partition("?")[0]), fragment
