import pytest

from storyhold.profiles.actions import add_field, answer, change_field, delete_field, move_field
from storyhold.profiles.models import ProfileField
from storyhold.profiles.queries import answers_of, fields_shown
from storyhold.profiles.refusals import (
    AnswerIsUnfit,
    LabelIsMissing,
    OptionsAreMissing,
    PatternIsUnfit,
)
from tests.cast import make_member

pytestmark = pytest.mark.django_db

HANDLES = "https://example.org/users/{name}"


@pytest.fixture
def ada():
    return make_member("Ada").pen_name


def said_by(pen_name):
    return [(answer.field.label, answer.text, answer.address) for answer in answers_of(pen_name)]


def test_a_profile_says_what_the_archive_asks(ada):
    book = add_field(label="Favorite book", kind="text")
    handle = add_field(label="At Example", kind="handle", pattern=HANDLES)
    site = add_field(label="Pictures", kind="website")
    mood = add_field(label="I write", kind="choice", options="by day\n\nby night\nby day")
    beta = add_field(label="Beta reader", kind="yes")

    answer(
        ada,
        {
            book: "The  Tide\nTables",
            handle: "ada.l",
            site: "https://example.org/a b",
            mood: "by night",
            beta: "yes",
        },
    )

    assert said_by(ada) == [
        ("Favorite book", "The Tide Tables", ""),
        ("At Example", "ada.l", "https://example.org/users/ada.l"),
        ("Pictures", "https://example.org/a%20b", "https://example.org/a%20b"),
        ("I write", "by night", ""),
        ("Beta reader", "yes", ""),
    ]


@pytest.mark.parametrize(
    ("about", "typed"),
    [
        ({"kind": "website"}, "javascript:alert(1)"),
        ({"kind": "website"}, "example"),
        ({"kind": "handle", "pattern": HANDLES}, "ada/../../evil"),
        ({"kind": "handle", "pattern": HANDLES}, "a b"),
        ({"kind": "choice", "options": "day\nnight"}, "dusk"),
        ({"kind": "yes"}, "perhaps"),
        ({"kind": "text"}, "x" * 301),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(ada, about, typed):
    field = add_field(label="Field", **about)

    with pytest.raises(AnswerIsUnfit) as refused:
        answer(ada, {field: typed})

    assert refused.value.field == f"profile_{field.pk}"
    assert said_by(ada) == []


def test_an_empty_answer_takes_the_old_one_away(ada):
    book = add_field(label="Favorite book", kind="text")
    answer(ada, {book: "Tide Tables"})

    answer(ada, {book: " "})

    assert said_by(ada) == []


def test_a_field_that_is_switched_off_keeps_its_answers(ada):
    book = add_field(label="Favorite book", kind="text")
    answer(ada, {book: "Tide Tables"})

    for is_shown, said in ((False, []), (True, [("Favorite book", "Tide Tables", "")])):
        change_field(
            book, label="Favorite book", kind="text", options="", pattern="", is_shown=is_shown
        )
        assert said_by(ada) == said


@pytest.mark.parametrize(
    ("about", "refusal"),
    [
        ({"label": " ", "kind": "text"}, LabelIsMissing),
        ({"label": "Mood", "kind": "choice", "options": "good\n\ngood"}, OptionsAreMissing),
        ({"label": "At", "kind": "handle", "pattern": "https://{name}"}, PatternIsUnfit),
        ({"label": "At", "kind": "handle", "pattern": "https://example.org/"}, PatternIsUnfit),
        ({"label": "At", "kind": "handle", "pattern": "javascript:{name}"}, PatternIsUnfit),
    ],
)
def test_a_field_that_nobody_could_answer_is_refused(about, refusal):
    with pytest.raises(refusal):
        add_field(**about)

    assert not ProfileField.objects.exists()


def test_fields_have_an_order():
    first, second, third = (add_field(label=label, kind="text") for label in ("a", "b", "c"))

    move_field(third, steps=-1)
    move_field(first, steps=-1)
    delete_field(second)

    assert [field.label for field in fields_shown()] == ["a", "c"]
