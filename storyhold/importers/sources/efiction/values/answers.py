"""Authors' answers, which eFiction wrote behind the text of the review they answer."""

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape
from typing import NamedTuple

from storyhold.importers.sources.efiction.values.slashes import without_slashes

_RATING_ONLY = "No Review"
_ENGLISH = "Author's Response"

_BREAK = r"<br\s*+/?>\s*+"
_ANSWER = re.compile(
    rf"\s*+{_BREAK}{_BREAK}<i>\s*+(?P<label>[^<>:]{{2,80}}?)\s*+:\s*+", re.IGNORECASE
)
_AS_WRITTEN = re.compile(r"\s*+<br><br><i>")
"""By the program. Breaks that a person typed were stored as `<br />`."""

_END = "</i>"
_OFTEN = 2


class Answered(NamedTuple):
    """The text of a review, and the answers to it in their order, all HTML as it was stored."""

    review: str
    answers: tuple[str, ...] = ()


def is_rating_only(text: str) -> bool:
    """Tell whether a review is no text, but the mark that there is none."""
    return text.strip() == _RATING_ONLY


class Labels:
    """The words before an answer in the site's language, from its language file or learned."""

    def __init__(self, declared: Iterable[str] = ()) -> None:
        self._known = {_key(label) for label in (_ENGLISH, *declared)}
        self._seen: Counter[str] = Counter()

    def learn(self, review: str) -> None:
        """Count what stands before the colon in a review that is marked as answered.

        A label seen in two reviews is one.
        """
        if (answer := _ANSWER.search(review)) and _AS_WRITTEN.match(answer[0]):
            label = _key(answer["label"])
            self._seen[label] += 1
            if self._seen[label] >= _OFTEN:
                self._known.add(label)

    def split(self, text: str, *, is_answered: bool = False) -> Answered:
        """Return a review without its answers, and these.

        `is_answered` is the flag of the row: with it, a label that nobody knows is believed where
        its answer ends the text.
        """
        if "<i>" not in text and "<I>" not in text:
            return Answered(text)
        places = [found for found in _ANSWER.finditer(text) if _key(found["label"]) in self._known]
        if not places and is_answered:
            places = _unknown_label(text)
        return _split_at(text, places) if places else Answered(text)


def _key(label: str) -> str:
    plain, _ = without_slashes(unescape(label))
    return " ".join(plain.replace("’", "'").split()).casefold()


def _unknown_label(text: str) -> list[re.Match[str]]:
    if not text.rstrip().lower().endswith(_END):
        return []
    found = [answer for answer in _ANSWER.finditer(text) if _AS_WRITTEN.match(answer[0])]
    return found[:1]


def _split_at(text: str, places: list[re.Match[str]]) -> Answered:
    """Return what stands before the first place and the answers, each to its last `</i>`.

    What follows that, before the next answer, somebody added to the review.
    """
    review, answers = [text[: places[0].start()]], []
    ends = [*(place.start() for place in places[1:]), len(text)]
    for place, end in zip(places, ends, strict=True):
        answer, _, added = _at_last_end(text[place.end() : end])
        answers.append(answer.strip())
        if added.strip():
            review.append(added.strip())
    return Answered("<br><br>".join(part for part in review if part), tuple(filter(None, answers)))


def _at_last_end(piece: str) -> tuple[str, str, str]:
    place = piece.lower().rfind(_END)
    if place < 0:
        return piece, "", ""
    return piece[:place], _END, piece[place + len(_END) :]
