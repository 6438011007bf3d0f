"""The words by which a listing is narrowed: the search, wherever stories are listed."""

from dataclasses import dataclass, field
from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from storyhold.prose.one_line import one_line
from storyhold.search import question as questions
from storyhold.search.index import Where
from storyhold.search.queries import stories_found
from storyhold.stories.narrowing import among
from storyhold.web.parts.listing.questions import LONGEST_ANSWER, Answer, Question


class WhereQuestion(Question):
    """In what of a story the words are looked for. By itself it narrows nothing."""

    is_at_hand: ClassVar[bool] = True
    no_answer: ClassVar[Promise] = _lazy("Everywhere")

    @property
    def where(self) -> Where:
        """The place chosen."""
        return Where(self.given.value) if self.given else Where.EVERYTHING


@dataclass
class WordsQuestion(Question):
    """Words are typed."""

    typed: str = ""
    where: Where = Where.EVERYTHING
    asked: questions.Question = field(default_factory=questions.Question)
    ranking: list[int] = field(default_factory=list)  # of all stories found, the best first
    remarks: list[str] = field(default_factory=list)

    is_at_hand: ClassVar[bool] = True
    is_words: ClassVar[bool] = True  # for the form: a field to type into

    @property
    def is_about_texts(self) -> bool:
        """Whether they were looked for in the texts of chapters, and are more than left out."""
        return bool(self.asked.sought) and self.where in (Where.EVERYTHING, Where.TEXT)

    def read(self, value: str) -> None:
        """Keep what was typed; `look_up` finds the stories."""
        self.typed = one_line(value)[:LONGEST_ANSWER]
        self.asked = questions.read(self.typed)
        if self.typed and not self.asked:
            self.remarks = [_("“%s” has no letter or digit to look for.") % self.typed]

    def look_up(self, where: WhereQuestion) -> None:
        """Find the stories; one query where anything is asked for."""
        if not self.asked:
            where.given = None
            return
        self.where = where.where
        found = stories_found(self.asked, self.where)
        self.ranking = found.stories
        self.remarks = [*self.asked.remarks, *found.remarks]
        self.given = Answer(self.typed, self.typed, among(self.ranking))


def about_words() -> tuple[WordsQuestion, WhereQuestion]:
    """Return the two questions."""
    places = {
        Where.TITLE: _("Titles"),
        Where.SUMMARY: _("Titles and summaries"),
        Where.AUTHOR: _("Authors"),
        Where.TEXT: _("Texts"),
    }
    answers = [Answer(place, words) for place, words in places.items()]
    return WordsQuestion("q", _("Words")), WhereQuestion("in", _("Look in"), answers)
