"""Encoded twice: UTF-8 that was taken for latin1 and made UTF-8 again, once or several times."""

import re

from storyhold.importers.sources.efiction.values.charsets import cut_utf8, latin1_bytes

_MOST_LEVELS = 2

_NEXT = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_SEQUENCE = re.compile(
    # Only first bytes of letters and signs in use: ’ and Œ do follow Æ.
    f"[ÂÃÄÅËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛ]{_NEXT}|Æ[’\x92\xa0\xa1\xaf\xb0]|È[˜™š›\x98-\x9b]"
    f"|[à-ï]{_NEXT}{{2}}|[ðó]{_NEXT}{{3}}"
)
_RUN = re.compile(f"(?:{_SEQUENCE.pattern})+")

_CONVINCING = re.compile(
    f"Ã{_NEXT}|Â[\x80-\xbf]|â[€\x80]{_NEXT}|ï»¿|ð[Ÿ\x9f]{_NEXT}{{2}}"
    # A letter, then what no writer sets behind it: neither quote nor dash.
    "|[Ä-ï][\x80-\xaa\xac-\xba\xbc-\xbf€ƒ†‡ˆ‰ŠŒŽ•˜™šœžŸ]|[ÄÅ]’(?=[a-z])"
)


def undone(text: str) -> tuple[str, int, int]:
    """Return a text encoded once, how many levels too many it had, and halves left out.

    A level is undone only if the whole text can be, to the last byte (but for half a letter
    where a column was full). At the end no sequence may be left that looks encoded twice, else
    the text stays as it is.
    """
    once, level, halves = text, 0, 0
    if not _CONVINCING.search(text):
        return text, 0, 0
    while level < _MOST_LEVELS and _SEQUENCE.search(once):
        try:
            once, cut = cut_utf8(latin1_bytes(once))
        except UnicodeError:
            break
        level, halves = level + 1, halves + cut
    return (text, 0, 0) if _SEQUENCE.search(once) else (once, level, halves)


def undone_in_pieces(text: str) -> tuple[str, int]:
    """Return a text of which only parts were encoded twice, and the number of parts mended.

    Only done where a sequence stands that nobody writes, such as “â€™” or “Ã©”.
    """
    mended = 0

    def mend(match: re.Match[str]) -> str:
        nonlocal mended
        piece, levels, _ = undone(match[0])
        mended += bool(levels)
        return piece

    return _RUN.sub(mend, text), mended
