"""The form above a listing: which questions it asks, and what was answered."""

from collections.abc import Iterator

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext as _

from storyhold.common.languages import language_name
from storyhold.common.tails import with_tail
from storyhold.stories.access import stories_listed_for
from storyhold.stories.choices import Choices, Word, choices_for, tags_called
from storyhold.stories.narrowing import asked_as
from storyhold.tags.models import TagKind
from storyhold.web.parts.listing.questions import (
    Answer,
    LengthQuestion,
    NumberedQuestion,
    Question,
    TagAnswer,
    TypedQuestion,
    WithoutTagAnswer,
    length,
)
from storyhold.web.parts.listing.words import about_words

# Of these two may be asked for at once: stories about this one and that one.
TWICE = ("character",)
LENGTHS = [(None, 1_000), (1_000, 5_000), (5_000, 20_000), (20_000, 50_000), (50_000, 100_000)]


def questions_for(request: HttpRequest) -> list[Question]:
    """Return the questions about the stories listed for this reader, with the answers given.

    Two queries where stories have changed, and one more each where a name or words are typed.
    """
    words, where = about_words()
    questions = [words, where, *_questions(choices_for(request.user))]
    for question in questions:
        said = [value for value in request.GET.getlist(question.name) if value]
        if len(said) >= question.place:
            question.read(said[question.place - 1])
    typed = [each for each in questions if isinstance(each, TypedQuestion) and each.typed]
    called = tags_called(
        stories_listed_for(request.user), [(each.kind, each.typed) for each in typed]
    )
    for each in typed:
        each.look_up(called)
    words.look_up(where)
    return questions


def _questions(choices: Choices) -> Iterator[Question]:
    for kind, words in choices.vocabularies:
        for place in range(1, 3 if kind.key in TWICE else 2):
            if words is None or words:
                yield _about_tags(kind, words, place)
        if words and not kind.is_open and not kind.is_tree:
            yield from (_about_tags_to_avoid(kind, words, place) for place in (1, 2))
    if choices.ratings:
        yield NumberedQuestion("rating", _("Rating"), _ratings(choices))
    yield Question(
        "complete",
        _("State"),
        [
            Answer("yes", _("Complete"), Q(is_complete=True)),
            Answer("no", _("In progress"), Q(is_complete=False)),
        ],
    )
    yield LengthQuestion(
        "words", _("Length"), [length(*each) for each in [*LENGTHS, (LENGTHS[-1][1], None)]]
    )
    if len(choices.languages) > 1:
        yield Question("language", _("Language"), _languages(choices))


def _about_tags(kind: TagKind, words: list[Word] | None, place: int) -> Question:
    name = asked_as(kind.key)
    label = kind.name if place == 1 else _("%(kind)s, another") % {"kind": kind.name}
    if words is None:
        return TypedQuestion(name, label, place=place, kind=kind)
    answers = [_to_choose(word) for word in words]
    return NumberedQuestion(name, label, answers, place=place)


def _about_tags_to_avoid(kind: TagKind, words: list[Word], place: int) -> Question:
    wording = _("%(kind)s: not") if place == 1 else _("%(kind)s: nor")
    label = wording % {"kind": kind.name}
    answers = [_to_choose(word, WithoutTagAnswer) for word in words]
    return NumberedQuestion(f"not-{kind.key}", label, answers, place=place)


def _to_choose(word: Word, answer: type[TagAnswer] = TagAnswer) -> Answer:
    tag = word.tag
    name = f"{tag.name} ({tag.within.name})" if tag.within else tag.name
    return answer(with_tail(tag.pk, tag.name), name, depth=word.depth, ids=word.ids)


def _ratings(choices: Choices) -> list[Answer]:
    return [Answer(with_tail(pk, name), name, Q(rating=pk)) for pk, name in choices.ratings]


def _languages(choices: Choices) -> list[Answer]:
    answers = [Answer(code, language_name(code), Q(language=code)) for code in choices.languages]
    return sorted(answers, key=lambda answer: answer.words.casefold())
