"""What an address asks of a listing, and the addresses that ask for a little more or less."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.functional import Promise

from storyhold.archive.queries import the_archive
from storyhold.stories.models import Story
from storyhold.web.parts.listing.form import questions_for
from storyhold.web.parts.listing.questions import Answer, Question
from storyhold.web.parts.listing.sorts import BEST, BEST_FIRST, sorts_offered
from storyhold.web.parts.listing.words import WordsQuestion
from storyhold.web.parts.look.choices import SORT
from storyhold.web.parts.look.chosen import chosen_by


@dataclass(frozen=True)
class Asked:
    """The questions with their answers, and the order."""

    questions: list[Question]
    sort: str
    sorts: Mapping[str, Promise] = field(default_factory=dict)  # to choose from

    @property
    def answered(self) -> list[tuple[Question, Answer]]:
        """The questions that are answered, with the answers."""
        return [(each, each.given) for each in self.questions if each.given]

    @property
    def words(self) -> WordsQuestion | None:
        """The question about words, where it is answered."""
        asked = (each for each in self.questions if isinstance(each, WordsQuestion))
        return next((each for each in asked if each.given), None)

    @property
    def remarks(self) -> list[str]:
        """What there is to say about how the words were understood."""
        return [line for each in self.questions for line in getattr(each, "remarks", [])]

    @property
    def is_unsure(self) -> bool:
        """Whether a name was typed that no story has."""
        return any(each.is_unknown for each in self.questions)

    def narrow(self, stories: QuerySet[Story]) -> QuerySet[Story]:
        """Return those of the stories that are as was answered."""
        return stories.filter(*[answer.means for _question, answer in self.answered])

    def narrow_but_for_words(self, stories: QuerySet[Story]) -> QuerySet[Story]:
        """Return those that are as was answered, whatever words they have."""
        means = [answer.means for question, answer in self.answered if question is not self.words]
        return stories.filter(*means)

    def query(self, *, letter: str = "", without: Question | None = None) -> QueryDict:
        """Return what asks for this in an address, at a letter or less one answer."""
        query = QueryDict(mutable=True)
        if letter:
            query["letter"] = letter
        for question, answer in self.answered:
            if question is not without:
                query.appendlist(question.name, answer.value)
        query["sort"] = self.sort
        return query

    def chosen(self) -> Iterator[tuple[str, str, str]]:
        """Yield what each answered question is called, the answer, and the address without it."""
        for question, answer in self.answered:
            yield question.label, answer.words, address(self.query(without=question))

    @property
    def without_answers(self) -> str:
        """The end of the address that asks for all, in this order."""
        return address(Asked([], self.sort).query())


def address(query: QueryDict) -> str:
    """Return the end of an address."""
    return f"?{query.urlencode()}"


def asked_of(request: HttpRequest, *, sort: str) -> Asked:
    """Return what the address asks for.

    `sort` is for an address that names no order and a reader who has not chosen one for all lists.
    With `BEST`, the best come first where words are asked for.
    """
    questions, offered = questions_for(request), sorts_offered(the_archive())
    if sort == BEST and Asked(questions, sort).words:
        offered = {BEST: BEST_FIRST, **offered}
        wanted = [request.GET.get("sort", ""), BEST]
    else:
        wanted = [request.GET.get("sort", ""), chosen_by(request, SORT), sort, "updated"]
    return Asked(questions, next(each for each in wanted if each in offered), offered)
