"""Encoded twice: UTF-8 that was taken for latin1 and made UTF-8 again, once or several times."""

import re

from storyhold.importers.sources.efiction.values.charsets import (
    cut_utf8,
    latin1_bytes,
    with_c1_as_punctuation,
)

_MOST_LEVELS = 2

_NEXT = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_RUN = re.compile(
    # Only first bytes of letters and signs in use: ’ and Œ do follow Æ.
    f"(?:[ÂÃÄÅËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛ]{_NEXT}|Æ[’\x92\xa0\xa1\xaf\xb0]|È[˜™š›\x98-\x9b]"
    f"|[à-ï]{_NEXT}{{2}}|[ðó]{_NEXT}{{3}})+"
)

# What may stand behind a letter in a text that is whole: quotes, dashes, the blank before them.
_SET_BEHIND = "\xa0«»‚„…‘’“”–—‹›™"
_NEVER_BEHIND = f"(?:(?![{_SET_BEHIND}]){_NEXT})"
_CONVINCING = re.compile(
    f"[Ã-ï]{_NEVER_BEHIND}|[à-ï]{_NEXT}{_NEVER_BEHIND}|[ÃÄÅ][{_SET_BEHIND}](?=[^\\W\\d_])"
    f"|(?<=[a-zß-ÿ])[ÃÄÅ][{_SET_BEHIND}]|Â[\xa0-\xaa\xac-\xba\xbc-\xbf]|â€{_NEXT}|ï»¿|ðŸ{_NEXT}{{2}}"
)


def undone(text: str) -> tuple[str, int, int]:
    """Return a text encoded once, how many levels too many it had, and halves left out.

    In the text, C1 controls must be punctuation.

    A level is undone only if the whole text can be, to the last byte (but for half a letter
    where a column was full). At the end no sequence may be left that looks encoded twice, else
    the text stays as it is.
    """
    once, level, halves = text, 0, 0
    while level < _MOST_LEVELS and _CONVINCING.search(once):
        try:
            once, cut = cut_utf8(latin1_bytes(once))
        except UnicodeError:
            break
        once, level, halves = with_c1_as_punctuation(once), level + 1, halves + cut
    return (text, 0, 0) if _CONVINCING.search(once) else (once, level, halves)


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
