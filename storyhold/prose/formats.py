"""The two ways in which people hand us a text."""

import re
from typing import Literal

Format = Literal["plain", "html"]

_KNOWN = (
    "a abbr acronym address article b big blockquote body br caption center cite code dd del "
    "details div dl dt em font h[1-6] head hr html i img ins kbd li ol p pre q rp rt ruby s samp "
    "section small span strike strong style sub summary sup table tbody td th thead title tr tt "
    "u ul"
)
_TAG = re.compile(
    rf"<(?:!--|!doctype\b|/?(?:{'|'.join(_KNOWN.split())})(?:\s[^<>]*+)?/?>)",
    re.ASCII | re.IGNORECASE,
)


def guess_format(source: str) -> Format:
    """Return "html" when `source` contains a tag that we know, else "plain".

    So `<3` and `<Can you hear me?>` are plain text.
    """
    return "html" if _TAG.search(source) else "plain"
