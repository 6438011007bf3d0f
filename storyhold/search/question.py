"""What a reader types, and what it means. Nothing that can be typed is an error."""

import re
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from storyhold.search.words import words_of

MOST_TERMS = 16
SHORTEST_BEGINNING = 2  # letters before a star
OR, AND, NOT = ("OR", "|", "||"), ("AND", "&", "&&", "+"), ("NOT",)

_QUOTES = '"“”„‟«»「」『』'
_PART = re.compile(
    rf"(?P<minus>(?<!\S)[-−–](?=[^\s]))?"
    rf"(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?P<end>[{_QUOTES}]?)|(?P<word>[^\s{_QUOTES}]+))"
)


@dataclass(frozen=True)
class Term:
    """A word, or words that follow each other; of the last, maybe only the beginning."""

    words: tuple[str, ...]
    is_beginning: bool = False


@dataclass(frozen=True)
class Question:
    """A story must have any term of each of `all_of`, and no term of `none_of`."""

    all_of: tuple[tuple[Term, ...], ...] = ()
    none_of: tuple[Term, ...] = ()
    remarks: tuple[str, ...] = ()  # what was not understood, in words for people

    def __bool__(self) -> bool:
        """Whether anything is sought or left out."""
        return bool(self.all_of or self.none_of)

    @property
    def sought(self) -> tuple[Term, ...]:
        """All terms that a story may be found by."""
        return tuple(term for terms in self.all_of for term in terms)

    def with_beginnings(self) -> "Question":
        """Return the same, where parts of names are enough."""
        return replace(
            self,
            all_of=tuple(
                tuple(replace(term, is_beginning=True) for term in terms) for terms in self.all_of
            ),
        )


def read(typed: str) -> Question:
    """Return what was typed as a question; words between which nothing stands must all be there."""
    reading = _Reading()
    for part in _PART.finditer(typed):
        reading.take(part)
    return reading.end()


class _Reading:
    """A question while it is read, from left to right."""

    def __init__(self) -> None:
        self.all_of: list[list[Term]] = []
        self.none_of: list[Term] = []
        self.remarks: list[str] = []
        self.joins = False  # whether OR stands before
        self.leaves_out = False  # whether NOT stands before
        self.has_marks = self.has_brackets = False

    def take(self, part: re.Match[str]) -> None:
        word = part["word"]
        if word in OR:
            self._join()
        elif word in NOT:
            self.leaves_out = self.has_marks = True
        elif word not in AND:
            self._add(part)

    def end(self) -> Question:
        if self.joins:
            self.remarks.append(_("OR stands between two words. Nothing stands after it here."))
        if self.has_brackets and self.has_marks:
            self.remarks.append(_("Brackets are passed over. OR joins the two words beside it."))
        return Question(
            tuple(tuple(terms) for terms in self.all_of),
            tuple(self.none_of),
            tuple(dict.fromkeys(self.remarks)),
        )

    def _join(self) -> None:
        self.has_marks = True
        if self.all_of:
            self.joins = True
        else:
            self.remarks.append(_("OR stands between two words. Nothing stands before it here."))

    def _add(self, part: re.Match[str]) -> None:
        term = self._term(part)
        leaves_out = bool(part["minus"]) or self.leaves_out
        if not term:
            return
        if len(self.all_of) + len(self.none_of) >= MOST_TERMS:
            self.remarks.append(_("Only the first %d words were looked for.") % MOST_TERMS)
        elif leaves_out:
            self.none_of.append(term)
            self.has_marks = True
        elif self.joins:
            self.all_of[-1].append(term)
        else:
            self.all_of.append([term])
        self.joins = self.leaves_out = False

    def _term(self, part: re.Match[str]) -> Term | None:
        typed = part["phrase"] if part["word"] is None else part["word"]
        if part["word"] is None and typed and not part["end"]:
            self.remarks.append(_("The quotation mark has no end, so it was put at the end."))
        words = tuple(words_of(typed))
        self.has_brackets |= part["word"] is not None and not {"(", ")"}.isdisjoint(typed)
        return Term(words, self._is_beginning(typed, words)) if words else None

    def _is_beginning(self, typed: str, words: tuple[str, ...]) -> bool:
        before, star, after = typed.rstrip(").,;:!?").partition("*")
        if star and words_of(after):
            self.remarks.append(_("A star stands for the rest of a word, so only at its end."))
            return False
        if not star or not before or not before[-1].isalnum():
            return False
        if len(words[-1]) < SHORTEST_BEGINNING and words[-1].isascii():
            self.remarks.append(_("Before a star, type at least two letters."))
            return False
        return len(words[-1]) >= SHORTEST_BEGINNING
