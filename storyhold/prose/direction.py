"""The direction in which a text runs."""

import unicodedata
from typing import Literal


def direction_of(text: str) -> Literal["ltr", "rtl"]:
    """Return the direction of the first letter that has one; left to right when none has."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction == "L":
            return "ltr"
        if direction in ("R", "AL"):
            return "rtl"
    return "ltr"
