"""Titles and names: one clean line."""

import re
import unicodedata

from storyhold.prose.characters import BIDI_CONTROLS, WHITE_SPACE, nfc

_SPACES = re.compile(f"[{WHITE_SPACE}\u2800]+")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    f"\u200b{BIDI_CONTROLS}\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e00ff]"
)
_JOINER = re.compile("([^\u200c\u200d]?)([\u200c\u200d]+)(?=(.?))", re.DOTALL)


def one_line(text: str) -> str:
    """Return `text` as a title or name: in NFC, on one line, and nothing invisible in it.

    Control characters, bidirectional overrides and invisible letters are dropped. Joiners
    stay only between two letters that can join: in Persian or Hindi, or in an emoji.
    """
    text = _INVISIBLE.sub("", text)
    return nfc(_SPACES.sub(" ", _JOINER.sub(_joined, text))).strip()


def _joined(match: re.Match[str]) -> str:
    before, joiners, after = match.groups()
    return before + joiners[0] if _can_join(before) and _can_join(after) else before


def _can_join(letter: str) -> bool:
    return letter > "\u02ff" and unicodedata.category(letter)[0] in "LMS"
