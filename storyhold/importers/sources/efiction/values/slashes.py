"""Backslashes that PHP's magic quotes left before quotes, once or several times."""

import re

# Each begins where backslashes begin, so that a long row of them is looked through once.
_BEFORE_QUOTE = re.compile(r"""(?<!\\)\\++(?=['"])""")
_DOUBLED = re.compile(r"""\\\\""")
_QUOTE = re.compile(r"""(?<!\\)(\\*+)['"]""")
_ENOUGH = 0.9

_ESCAPED_LINE_END = re.compile(r"(?<!\\)\\++r\\++n")
_ESCAPED_LINE_END_OF_SERIES = re.compile(r"(?<!\\)\\++(?:r\\++n|[rn])")


def without_slashes(text: str) -> tuple[str, int]:
    """Return a text without the backslashes before its quotes, and the number of places.

    Those anywhere else stay, such as in Windows paths, faces and drawings; but where all quotes
    were escaped, so were the backslashes themselves.
    """
    if "\\" not in text:
        return text, 0
    was_slashed = is_slashed(text)
    mended, places = _BEFORE_QUOTE.subn("", text)
    if was_slashed:
        mended, doubled = _DOUBLED.subn(r"\\", mended)
        places += doubled
    return mended, places


def is_slashed(text: str, *, least: int = 1) -> bool:
    """Tell whether a whole text was escaped: nine of ten quotes have a backslash before them.

    `least` is how many must have one.
    """
    quotes = _QUOTE.findall(text) if "\\" in text else []
    return sum(map(bool, quotes)) >= max(least, len(quotes) * _ENOUGH)


def with_line_ends(text: str, *, of_series: bool = False) -> tuple[str, int]:
    r"""Return a text whose line ends had become the letters `\r\n`, and how many they were.

    Series were escaped twice whenever they were saved, so there a lone `\n` is one as well.
    """
    if "\\" not in text:
        return text, 0
    return (_ESCAPED_LINE_END_OF_SERIES if of_series else _ESCAPED_LINE_END).subn("\n", text)
