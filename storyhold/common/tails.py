"""The readable end of an address: `/stories/123-the-piano-at-low-water/`."""

import re
import unicodedata
from functools import lru_cache

LONGEST_TAIL = 60  # letters


@lru_cache(maxsize=20_000)  # a listing shows some hundred links, and the next one mostly the same
def tail(text: str) -> str:
    """Return `text` as lower-case words joined by hyphens, in any script; may be empty."""
    plain = re.sub(r"['’ʼ]", "", unicodedata.normalize("NFKC", text)).lower()
    words = "".join(sign if _is_part_of_word(sign) else " " for sign in plain).split()
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word
        if len(longer) > LONGEST_TAIL:
            break
        kept = longer
    return kept


def _is_part_of_word(sign: str) -> bool:
    """Whether the sign is a letter, a digit, or a mark: vowels in Hindi and Thai are marks."""
    return sign.isalnum() or unicodedata.category(sign)[0] == "M"


def with_tail(number: int, text: str) -> str:
    """Return the number with the tail of `text`; the number alone decides what is shown."""
    ending = tail(text)
    return f"{number}-{ending}" if ending else str(number)
