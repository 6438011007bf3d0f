"""Other orders of a list of stories, and narrower ones."""

from collections.abc import Iterator
from dataclasses import dataclass

from storyhold.archive.queries import the_archive
from storyhold.web.parts.listing.asked import Asked, address
from storyhold.web.parts.listing.questions import Question
from storyhold.web.parts.listing.sorts import sorts_offered

MOST_ANSWERS = 20  # more are no choice on the screen of an e-reader


@dataclass(frozen=True)
class Facet:
    """One choice: its group, its name, the end of its address, and whether it is chosen."""

    group: str
    title: str
    end: str
    is_chosen: bool


def facets_of(asked: Asked, *, order: str) -> Iterator[Facet]:
    """Yield the orders, and what a list may be narrowed to; `order` is what orders are called."""
    for sort, name in sorts_offered(the_archive()).items():
        query = asked.query()
        query["sort"] = sort
        yield Facet(order, str(name), address(query), sort == asked.sort)
    for question in asked.questions:
        if _is_a_choice(question):
            yield from _answers(asked, question)


def _is_a_choice(question: Question) -> bool:
    is_positive = question.place == 1 and not question.name.startswith("not-")
    return is_positive and 1 < len(question.answers) <= MOST_ANSWERS


def _answers(asked: Asked, question: Question) -> Iterator[Facet]:
    for answer in question.answers:
        query = asked.query(without=question)
        query.appendlist(question.name, answer.value)
        yield Facet(question.label, answer.words, address(query), answer is question.given)
