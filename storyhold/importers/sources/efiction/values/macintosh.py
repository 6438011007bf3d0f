"""Quotes, dashes and letters that were typed on an old Macintosh and sent as they were."""

import re

from storyhold.importers.sources.efiction.values.charsets import latin1_bytes

_PUNCTUATION = str.maketrans("ÉÐÑÒÓÔÕ", "…–—“”‘’")
"""What windows-1252 shows for these seven bytes, and what was meant."""

_ANY = re.compile("[ÉÐÑÒÓÔÕ]")
_IN_CAPITALS = re.compile("(?<=[A-ZÀ-Þ])[ÉÐÑÒÓÔÕ](?=[A-ZÀ-Þ])|[ÉÐÑÓ](?=[a-zß-ÿ])(?<![^\\W\\d_].)")
"""A capital in a word of capitals, or at the beginning of a word: it may well be a letter."""

# What no language does: a capital inside a word or behind it, a word in Ò and Ó.
_EVIDENT = re.compile(r"[a-z]Õ[a-z]|(?<!\w)Ò\w[^ÒÓ]{0,2000}[a-z.,!?]Ó(?!\w)|[a-z]É(?=\s|$)")
_OF_WINDOWS = re.compile("[“”‘’–—…]")


def with_macintosh_punctuation(text: str) -> tuple[str, int]:
    """Return a windows-1252 text as a Macintosh meant it, and how many bytes were decided so.

    Nothing is done without evidence. A text that holds both kinds of quotes keeps its letters,
    those among the seven bytes too.
    """
    if not _ANY.search(text) or not _EVIDENT.search(text):
        return text, 0
    if _OF_WINDOWS.search(text):
        return _mended_apart(text)
    try:
        raw = latin1_bytes(text)
    except UnicodeEncodeError:
        return _mended_apart(text)
    return raw.decode("mac_roman"), sum(byte >= 0x80 for byte in raw)


def _mended_apart(text: str) -> tuple[str, int]:
    letters = {match.start() for match in _IN_CAPITALS.finditer(text)}
    places = [match.start() for match in _ANY.finditer(text) if match.start() not in letters]
    mended = list(text)
    for place in places:
        mended[place] = mended[place].translate(_PUNCTUATION)
    return "".join(mended), len(places)
