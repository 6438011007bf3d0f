"""Titles and names as a reader saw them: without tags, references and added backslashes."""

import re
from html import unescape

from storyhold.importers.sources.efiction.values.slashes import with_line_ends, without_slashes
from storyhold.prose.one_line import one_line

_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)


def title_of(text: str) -> str:
    """Return a stored title or name as one plain line. It may be empty."""
    if "\\" in text:
        text, _ = with_line_ends(text)
        text, _ = without_slashes(text)
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub(" ", text))
    return one_line(unescape(text) if "&" in text else text)
