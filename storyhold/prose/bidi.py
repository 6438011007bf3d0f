"""Bidirectional controls: whatever a paragraph opens is closed at its end."""

import re

from storyhold.prose.characters import BIDI_CONTROLS
from storyhold.prose.document import Run

_EMBEDDING_END, _ISOLATE_END = "\u202c", "\u2069"
_END_OF = {
    **dict.fromkeys("\u202a\u202b\u202d\u202e", _EMBEDDING_END),
    **dict.fromkeys("\u2066\u2067\u2068", _ISOLATE_END),
}
_DEEPEST = 125
"""Unicode's own limit: deeper controls have no effect."""

_CONTROL = re.compile(f"[{BIDI_CONTROLS}]")


def may_need_balance(text: str) -> bool:
    """Tell whether there is any control in `text`."""
    return not text.isascii() and _CONTROL.search(text) is not None


def balanced_text(text: str) -> str:
    """Return `text` with every control closed, and none closed that was not open."""
    if not _CONTROL.search(text):
        return text
    pending: list[str] = []
    return _balanced(text, pending) + "".join(reversed(pending))


def balanced(runs: list[Run]) -> list[Run]:
    """Do the same for a paragraph; return the very same list when there is nothing to do."""
    letters = "".join([piece for piece, _ in runs if isinstance(piece, str)])
    return _rebalanced(runs) if may_need_balance(letters) else runs


def _rebalanced(runs: list[Run]) -> list[Run]:
    pending: list[str] = []
    closed = [
        (_balanced(piece, pending) if isinstance(piece, str) else piece, marks)
        for piece, marks in runs
    ]
    closed.append(("".join(reversed(pending)), ()))
    return [run for run in closed if run[0] != ""]


def _balanced(text: str, pending: list[str]) -> str:
    """Drop ends of nothing; `pending` holds the ends still owed, innermost last."""
    letters: list[str] = []
    for letter in text:
        if letter in _END_OF:
            if len(pending) == _DEEPEST:
                continue
            pending.append(_END_OF[letter])
        elif letter == _EMBEDDING_END:
            if not pending or pending[-1] != _EMBEDDING_END:
                continue
            pending.pop()
        elif letter == _ISOLATE_END:
            if _ISOLATE_END not in pending:
                continue
            while pending.pop() != _ISOLATE_END:
                letters.append(_EMBEDDING_END)
        letters.append(letter)
    return "".join(letters)
