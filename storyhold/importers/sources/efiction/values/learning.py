"""Which set of characters a site's older texts are in, learned from those that are long."""

from collections import Counter
from collections.abc import Iterable

import cchardet

from storyhold.importers.sources.efiction.values.charsets import WINDOWS_1252, browsers_charset

_LONG = 300  # bytes: short texts are guessed wrong
_SAMPLE = 20_000  # bytes of one text
_MOST_TEXTS = 200
_SURE = 0.6

# Bytes beyond ASCII in a text, at least. English with curly quotes has one in a hundred, and is
# taken for all kinds of things.
_IN_LATIN_LETTERS, _IN_OTHER_LETTERS = 0.03, 0.3
_LATIN = {"iso8859-2", "windows-1250", "windows-1254", "windows-1257", "iso8859-16", "iso8859-4"}
_OTHERS = {
    *("windows-1251", "koi8-r", "windows-1253", "iso8859-7", "windows-1255", "windows-1256"),
    *("cp874", "cp932", "euc_jp", "cp949", "gb18030", "big5"),
}


def learned_charset(texts: Iterable[bytes]) -> str | None:
    """Return the set in which most of these texts are that are not UTF-8; None without any."""
    votes: Counter[str] = Counter()
    looked_at = 0
    for raw in texts:
        if len(raw) < _LONG or raw.isascii() or _is_utf8(raw):
            continue
        votes[_charset_of(raw[:_SAMPLE])] += len(raw)
        looked_at += 1
        if looked_at == _MOST_TEXTS:
            break
    return votes.most_common(1)[0][0] if votes else None


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _charset_of(raw: bytes) -> str:
    guess = cchardet.detect(raw)
    charset = browsers_charset(guess["encoding"] or "") or WINDOWS_1252
    beyond_ascii = sum(byte >= 0x80 for byte in raw) / len(raw)
    least = _IN_OTHER_LETTERS if charset in _OTHERS else _IN_LATIN_LETTERS
    is_known = charset in _LATIN or charset in _OTHERS
    is_sure = (guess["confidence"] or 0) >= _SURE and beyond_ascii >= least
    return charset if is_known and is_sure else WINDOWS_1252
