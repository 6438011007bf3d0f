"""Decisions about names, on plain values."""

import re
import unicodedata

SHORTEST_NAME, LONGEST_NAME = 2, 60

# Letters, marks and digits of any script, and what stands inside names.
_NAME = re.compile(r"[\w][\w .,'’·\-]*[\w.!?]", re.UNICODE)


def name_key(name: str) -> str:
    """Return what two names share that a reader could take for the same name."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(folded.replace("_", " ").split())


def is_good_name(name: str) -> bool:
    """Whether a new pen name is made of letters, digits and a few signs, and long enough."""
    return SHORTEST_NAME <= len(name) <= LONGEST_NAME and bool(_NAME.fullmatch(name))
