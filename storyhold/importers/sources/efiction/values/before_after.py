"""A value before and after it was mended, where the two begin to differ."""

_LETTERS_BEFORE, _LETTERS_SHOWN = 20, 80


def before_and_after(raw: bytes, text: str) -> tuple[str, str]:
    """Return a piece of each, around the first letter that is not ASCII.

    The bytes are shown as an old page in Western Europe would have shown them.
    """
    return _piece(raw.decode("cp1252", errors="replace")), _piece(text)


def _piece(text: str) -> str:
    place = next((place for place, letter in enumerate(text) if letter > "\x7f"), 0)
    begin = max(place - _LETTERS_BEFORE, 0)
    return ("…" if begin else "") + text[begin : begin + _LETTERS_SHOWN]
