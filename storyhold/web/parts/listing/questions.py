"""The questions by which a listing is narrowed, and what an address answers to them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from storyhold.prose.one_line import one_line
from storyhold.stories.narrowing import with_any_tag, with_words
from storyhold.tags.models import Tag, TagKind
from storyhold.tags.rules import tag_key
from storyhold.web.parts.templatetags.numbers import grouped

LONGEST_ANSWER = 200
_RANGE = re.compile(r"([0-9]{0,8})-([0-9]{0,8})")


@dataclass(frozen=True)
class Answer:
    """Something to choose: as an address says it, as people do, and the stories it means."""

    value: str
    words: str
    condition: Q = field(default_factory=Q)
    depth: int = 0  # in a tree

    @property
    def means(self) -> Q:
        """The condition on stories."""
        return self.condition


@dataclass(frozen=True)
class TagAnswer(Answer):
    """One tag, with those below it; or several of one name."""

    ids: Sequence[int] = ()

    @property
    def means(self) -> Q:
        """Made when it is asked for: a form offers some hundred tags, and few are chosen."""
        return with_any_tag(self.ids)


@dataclass(frozen=True)
class WithoutTagAnswer(TagAnswer):
    """All that have none of these."""

    @property
    def means(self) -> Q:
        """Made when it is asked for, as that of all tags."""
        return ~super().means


@dataclass
class Question:
    """One field of the form; what nobody can read as an answer counts as none."""

    name: str  # in the address
    label: str
    answers: Sequence[Answer] = ()
    given: Answer | None = None
    place: int = 1  # among the questions of the same name
    is_unknown: bool = False  # whether a name was typed that no story has

    is_at_hand: ClassVar[bool] = False  # whether it stands outside of what can be folded
    no_answer: ClassVar[Promise] = _lazy("Any")  # what stands for none

    @property
    def id(self) -> str:
        """The id of its field."""
        return f"narrow-{self.name}-{self.place}"

    def read(self, value: str) -> None:
        """Take the answer from an address."""
        self.given = next((each for each in self.answers if each.value == value), None)


class NumberedQuestion(Question):
    """Of an answer such as `123-the-name` the number alone decides."""

    def read(self, value: str) -> None:
        """Take the answer from an address."""
        number = value.partition("-")[0]
        same = (each for each in self.answers if each.value.partition("-")[0] == number)
        self.given = next(same, None)


class LengthQuestion(Question):
    """From `least-below`, of which one may be left out: `-1000`, `50000-`, `1200-3400`."""

    def read(self, value: str) -> None:
        """Take the answer from an address; one that the form does not offer joins those it does."""
        super().read(value)
        match = _RANGE.fullmatch(value)
        if self.given is None and match and value != "-":
            least, below = (int(number) if number else None for number in match.groups())
            self.given = length(least, below)
            self.answers = [*self.answers, self.given]


@dataclass
class TypedQuestion(Question):
    """A vocabulary with more words than one could choose from: a name is typed."""

    kind: TagKind = field(default_factory=TagKind)
    typed: str = ""

    def read(self, value: str) -> None:
        """Keep what was typed; `look_up` finds out what it means."""
        self.typed = one_line(value)[:LONGEST_ANSWER]

    def look_up(self, called: dict[tuple[int, str], list[Tag]]) -> None:
        """Take the answer from the tags that `tags_called` has found."""
        tags = called.get((self.kind.pk, tag_key(self.typed)), [])
        self.is_unknown = bool(self.typed) and not tags
        if tags:
            name = tags[0].name
            self.given = TagAnswer(name, name, ids=[tag.pk for tag in tags])


def length(least: int | None, below: int | None) -> Answer:
    """Return the answer that asks for stories of this many words."""
    value = f"{'' if least is None else least}-{'' if below is None else below}"
    if least is None:
        words = _("under %(below)s words")
    elif below is None:
        words = _("%(least)s words and more")
    else:
        words = _("%(least)s to %(below)s words")
    said = {"least": grouped(least or 0), "below": grouped(below or 0)}
    return Answer(value, words % said, with_words(least, below))
