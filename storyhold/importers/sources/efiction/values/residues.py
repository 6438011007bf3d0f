"""Character references that eFiction's filter against scripts wrecked when a text was saved.

It replaced the code of an ASCII letter at the beginning of a reference by that letter, even when
more digits followed: `&#8220;` was stored as `r0;`, `&#1078;` as `k8;`.
"""

import re
from collections import Counter

_PUNCTUATION = {
    **{f"r{digit}": chr(8220 + digit) for digit in (0, 1, 2, 4, 5, 6)},
    **{f"r{digits}": chr(8200 + digits) for digits in (11, 12, 13, 16, 17, 18, 30, 40, 49, 50)},
    "s64": "€",
    "t82": "™",
}
_CYRILLIC = {
    f"{chr(code // 10)}{code % 10}": chr(code) for code in (*range(1040, 1104), 1025, 1105)
}
_MEANT = _PUNCTUATION | _CYRILLIC

# References that are whole and all tags are passed over: `&frac12;`, `style="width:100;"`.
_WRECKED = re.compile(r"<[a-zA-Z/!][^<>]*+>|&#?\w++;|(?P<rest>[a-z]\d{1,2});")
_EVIDENCE = 3

_FILTERED = re.compile(r"no(?:javascript|jscript|vbscript)\.\.\.", re.IGNORECASE)


def without_wrecked_references(text: str) -> tuple[str, dict[str, int]]:
    """Return a text with such references mended, and how often each stood in it.

    Nothing is done unless the text has at least three, of two kinds: `r1;` alone may be anything.
    """
    found = Counter(match["rest"] for match in _WRECKED.finditer(text) if match["rest"] in _MEANT)
    if found.total() < _EVIDENCE or len(found) < 2:
        return text, {}
    return _WRECKED.sub(_mended, text), {f"{rest};": times for rest, times in found.items()}


def filtered_scripts(text: str) -> int:
    """Return how often the filter had made an address harmless: `nojavascript...`."""
    return len(_FILTERED.findall(text))


def _mended(match: re.Match[str]) -> str:
    return _MEANT.get(match["rest"] or "", match[0])
