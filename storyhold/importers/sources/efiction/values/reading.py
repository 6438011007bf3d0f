"""A text as it was read, and what was noticed about it."""

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from storyhold.prose.characters import nfc

NOTHING: Mapping[str, int] = MappingProxyType({})

_CONTROLS = bytes([*range(9), *range(0x0E, 0x20), 0x7F])
_STRAY = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
# Inside a word, Latin or Cyrillic, that is no address; or four for each emoji, behind a blank.
_LOST = re.compile(
    rb"\?(?:(?<=[A-Za-z\x80-\xff]\?)(?=[a-z\xd0\xd1])(?!\w+=)"
    rb"|(?<![\w?!.,'\"\x80-\xff]\?)\?{3}(?:\?{4})*(?!\?))"
)


class Reading(NamedTuple):
    """One value as text: how it was read, whether our own encoding of it is other bytes.

    `counts` may name `controls` and `byte order marks` that were left out, `replacements`
    (U+FFFD) and `question marks` where letters were lost before, `halves` of a last character
    that its column had cut, `macintosh` bytes that became punctuation, `pieces` that were decoded
    apart from the rest.
    """

    text: str
    how: str
    is_changed: bool = False
    is_doubtful: bool = False
    counts: Mapping[str, int] = NOTHING


def has_controls(raw: bytes) -> bool:
    """Tell whether bytes hold control characters that no text has."""
    return len(raw.translate(None, _CONTROLS)) != len(raw)


def finished(
    raw: bytes, text: str, how: str, *, is_doubtful: bool = False, **found: int
) -> Reading:
    """Return the reading of `raw` as `text`, without controls and marks, in NFC."""
    counts = {name.replace("_", " "): number for name, number in found.items() if number}
    stray = Counter(_STRAY.findall(text)) if _STRAY.search(text) else Counter()
    if marks := stray.pop("\ufeff", 0):
        counts["byte order marks"] = marks
    if stray:
        counts["controls"] = stray.total()
    if replaced := text.count("\ufffd"):
        counts["replacements"] = replaced
    clean = nfc(_STRAY.sub("", text) if marks or stray else text)
    is_changed = clean.encode(errors="replace") != raw
    return Reading(clean, how, is_changed, is_doubtful, counts | lost_letters(raw))


def lost_letters(raw: bytes) -> dict[str, int]:
    """Return how often a question mark stands where an old program could not write a letter."""
    if b"?" not in raw:
        return {}
    lost = len(_LOST.findall(raw)) or int(not raw.strip(b"? "))
    return {"question marks": lost} if lost else {}
