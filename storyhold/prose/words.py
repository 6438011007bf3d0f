"""How many words a text has, and how long they take to read."""

import re

from storyhold.prose.characters import without_marks
from storyhold.prose.texts import letters

# Scripts without spaces between words: Han, kana and Thai. Each letter counts as a word, as
# Archive of Our Own has it.
ONE_EACH = (
    "\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\u0e01-\u0e30\u0e32\u0e33"
    "\u0e40-\u0e46\u0e50-\u0e59\U0001b000-\U0001b16f\U00020000-\U0003fffd"
)
_WORD = re.compile(rf"[{ONE_EACH}]|[^\W{ONE_EACH}_]+")
# A few signs among many letters: `str.translate` would look each letter up.
_INSIDE = re.compile("['’‘ʼ\\-\u2010\u2011\xad\u200c\u200d\u2060_]+")


def count_words(html: str) -> int:
    """Return the words in canonical HTML, as authors know it from Archive of Our Own.

    A word is a run of letters and digits: apostrophes and hyphens join (`don’t`,
    `well-known`), `--` and dashes divide (`yes--no`). Each Han, kana or Thai letter counts
    as one. Scene breaks, pictures and the readings of ruby count nothing.
    """
    # Blocks stand on lines of their own, so no word runs from one into the next.
    text = letters(html, readings=False, pictures=False)
    # A mark belongs to the letter before it; to `re`, it would end the word.
    text = _INSIDE.sub("", without_marks(text).replace("--", "—"))
    return len(_WORD.findall(text))


def reading_minutes(words: int, *, per_minute: int = 260) -> int:
    """Return the reading time of `words` words in whole minutes, at least 1.

    `words` comes from `count_words`, not from `len`. The default pace, in words a minute,
    is about the mean for English fiction (Brysbaert 2019, doi:10.1016/j.jml.2019.104047).
    Raises `ValueError` when `per_minute` is not positive.
    """
    if per_minute <= 0:
        raise ValueError("A pace is a positive number of words a minute.")
    return max(1, -(-words // per_minute))
