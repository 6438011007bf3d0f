"""The readable end of an address: `/stories/123-the-piano-at-low-water/`."""

import re
import unicodedata

LONGEST_TAIL = 60  # letters


def tail(text: str) -> str:
    """Return `text` as lower-case words joined by hyphens, in any script; may be empty."""
    plain = re.sub(r"['’ʼ]", "", unicodedata.normalize("NFKC", text)).replace("_", " ")
    words = re.findall(r"\w+", plain.lower())
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word
        if len(longer) > LONGEST_TAIL:
            break
        kept = longer
    return kept


def with_tail(number: int, text: str) -> str:
    """Return the number with the tail of `text`; the number alone decides what is shown."""
    ending = tail(text)
    return f"{number}-{ending}" if ending else str(number)
