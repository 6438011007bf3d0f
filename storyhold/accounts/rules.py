"""Decisions about names, on plain values."""

import re
import unicodedata

# Of accounts that the archive keeps by itself. No letter reaches it (RFC 2606).
HOUSE_DOMAIN = "archive.invalid"

SHORTEST_NAME, LONGEST_NAME = 2, 60
LONGEST_KEY = 200

# What may stand inside a name besides letters, marks and digits of any script. The two joiners
# belong to Persian and Hindi; `prose.one_line` leaves them only where they join something.
_INSIDE = frozenset(" .,'’·-_\u200c\u200d")
_AT_THE_END = frozenset(".!?")
_LOOK_ALIKE = {"LATIN", "GREEK", "CYRILLIC"}

# What changes the form of a letter at most, and of most letters nothing: joiners and variation
# selectors. Two names may not differ by these alone.
_NOT_SEEN = re.compile("[\u180b-\u180f\u200b-\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def is_of_the_house(email: str) -> bool:
    """Whether only the archive itself may give this address to an account."""
    return email.strip().lower().endswith(f"@{HOUSE_DOMAIN}")


def name_key(name: str) -> str:
    """Return what two names share that a reader could take for the same name."""
    folded = unicodedata.normalize("NFKC", _NOT_SEEN.sub("", name)).casefold()
    return " ".join(folded.replace("_", " ").split())


def is_good_name(name: str) -> bool:
    """Whether a new pen name is made of letters, digits and a few signs, and long enough."""
    fits = SHORTEST_NAME <= len(name) <= LONGEST_NAME and len(name_key(name)) <= LONGEST_KEY
    if not fits or not _is_letter(name[0]) or _is_mark(name[0]) or _mixes_alphabets(name):
        return False
    inside = all(_is_letter(sign) or sign in _INSIDE for sign in name[1:-1])
    return inside and (_is_letter(name[-1]) or name[-1] in _AT_THE_END)


def _is_letter(sign: str) -> bool:
    """Whether the sign is a letter, a mark on one (as vowels are in Hindi and Thai), or a digit."""
    return sign == "_" or unicodedata.category(sign)[0] in "LMN"


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "M"


def _mixes_alphabets(name: str) -> bool:
    """Whether a word has letters of alphabets that look alike: one “a” in “Ada” may be Cyrillic."""
    words = re.split(r"[\W_]+", unicodedata.normalize("NFKC", name))
    return any(len(_LOOK_ALIKE & {_alphabet(sign) for sign in word}) > 1 for word in words)


def _alphabet(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0]
