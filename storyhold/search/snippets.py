"""The place in a text where words were found, and which letters of it they are."""

from collections.abc import Iterator, Sequence

from storyhold.prose.characters import BIDI_CONTROLS, is_mark
from storyhold.prose.texts import each_text_block
from storyhold.search.question import Term
from storyhold.search.words import places_of, words_of

LETTERS_BEFORE, LETTERS_IN_ALL = 80, 260
# A line of verse or a heading tells little.
ENOUGH_LETTERS = 60
# A paragraph may be a whole book: so many letters of it are looked at together.
LONGEST_PART = 2_000

Piece = tuple[str, bool]  # letters, and whether they were sought
Span = tuple[int, int]

_NO_CONTROLS = str.maketrans("", "", BIDI_CONTROLS)


def snippet(html: str, terms: Sequence[Term]) -> list[Piece]:
    """Return the place in canonical HTML that has most of the terms, as plain letters; or nothing.

    It is from one paragraph, and cut to some lines.
    """
    best, worth = "", (0, 0)
    for part in _parts(html):
        words = words_of(part)
        found = sum(any(_starts(words, term)) for term in terms)
        here = found, min(len(part), ENOUGH_LETTERS)
        if found and here > worth:
            best, worth = part, here
        if worth == (len(terms), ENOUGH_LETTERS):
            break
    return _cut_out(best, _spans(best, terms)) if best else []


def _parts(html: str) -> Iterator[str]:
    for block in each_text_block(html):
        text = " ".join(block.text.translate(_NO_CONTROLS).split())
        while len(text) > LONGEST_PART:
            end = _end_of_word(text, LONGEST_PART)
            yield text[:end]
            text = text[end:]
        yield text


def _spans(text: str, terms: Sequence[Term]) -> list[Span]:
    """Return where the terms stand, in order; where two overlap, as one."""
    places = list(places_of(text))
    words = [word for word, _start, _end in places]
    found = sorted(
        (places[start - 1][1], places[start + len(term.words) - 2][2])
        for term in terms
        for start in _starts(words, term)
    )
    apart: list[Span] = []
    for start, end in found:
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart


def _starts(words: Sequence[str], term: Term) -> Iterator[int]:
    """Yield where the term begins among the words, counted from 1."""
    *before, last = term.words
    for place, word in enumerate(words, start=1):
        if word == last or (term.is_beginning and word.startswith(last)):
            start = place - len(before)
            if start > 0 and list(words[start - 1 : place - 1]) == before:
                yield start


def _cut_out(text: str, spans: Sequence[Span]) -> list[Piece]:
    """Return the lines with most spans, in pieces that were sought and pieces that were not."""
    reach = LETTERS_IN_ALL - LETTERS_BEFORE
    first = max(spans, key=lambda span: sum(span[0] <= each[0] < span[0] + reach for each in spans))
    begin = _end_of_word(text, first[0] - LETTERS_BEFORE) if first[0] > LETTERS_BEFORE else 0
    end = _end_of_word(text, begin + LETTERS_IN_ALL)
    pieces: list[Piece] = [("…", False)] if begin else []
    at = begin
    for start, stop in spans:
        if at <= start and stop <= end:
            pieces += [(text[at:start], False), (text[start:stop], True)]
            at = stop
    pieces.append((text[at:end] + ("…" if end < len(text) else ""), False))
    return [piece for piece in pieces if piece[0]]


def _end_of_word(text: str, near: int) -> int:
    """Return where a word ends shortly before, or a letter where a script has no spaces."""
    if near >= len(text):
        return len(text)
    space = text.rfind(" ", max(0, near - 40), near)
    if space > 0:
        return space
    while near > 0 and is_mark(text[near]):
        near -= 1
    return near
