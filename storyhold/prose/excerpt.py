"""The beginning of a text, for a blurb or a preview."""

from storyhold.prose.bidi import balanced_text
from storyhold.prose.characters import is_mark
from storyhold.prose.texts import text_blocks

_TRAILING = " ,;:–—-(“„«‘[…."
_JOINERS = "\u200d\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def excerpt(html: str, *, letters: int = 300) -> str:
    """Return the first words of canonical HTML on one line, at most `letters` characters.

    A text that is longer is cut at the end of a word, or between two letters where a script
    has no spaces, and ends in `…`, which is counted. Scene breaks are passed over.
    """
    if letters < 1:
        raise ValueError("An excerpt has at least one letter.")
    words: list[str] = []
    length = 0
    for block in text_blocks(html):
        if block.is_break:
            continue
        if length > letters:
            break
        for word in block.text.split():
            words.append(word)
            length += len(word) + 1
    text = " ".join(words)
    return balanced_text(text if len(text) <= letters else _cut(text, letters - 1) + "…")


def _cut(text: str, length: int) -> str:
    space = text.rfind(" ", 0, length + 1)
    if space > length // 2:
        length = space
    else:
        while length > 0 and _belongs_to_last(text, length):
            length -= 1
    return text[:length].rstrip(_TRAILING)


def _belongs_to_last(text: str, index: int) -> bool:
    letter = text[index]
    return letter in _JOINERS or text[index - 1] == "\u200d" or is_mark(letter)
