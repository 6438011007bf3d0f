"""What a reader types, and what it means."""

import pytest

from storyhold.search.question import MOST_TERMS, Question, Term, read

pytestmark = pytest.mark.once


def said(question: Question) -> str:
    """Return a question as one writes it down: `(moon|sun) -"over the harbor" li*`."""

    def one(term: Term) -> str:
        words = " ".join(term.words) + ("*" if term.is_beginning else "")
        return f'"{words}"' if len(term.words) > 1 else words

    sought = ["|".join(map(one, terms)) for terms in question.all_of]
    return " ".join(sought + [f"-{one(term)}" for term in question.none_of])


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("moon harbor", "moon harbor"),
        ("  Moon,  HARBOR! ", "moon harbor"),
        ("“Over the harbor” moon", '"over the harbor" moon'),
        ("„leise“ «тихо»", "leise тихо"),
        ("don’t", '"don t"'),
        ("well-known", '"well known"'),
        ("黒猫", '"黒 猫"'),
        ("moon -harbor", "moon -harbor"),
        ("moon −harbor –sea NOT sun", "moon -harbor -sea -sun"),
        ('moon -"the sea"', 'moon -"the sea"'),
        ("-moon", "-moon"),
        ("moon OR sun harbor", "moon|sun harbor"),
        ("harbor moon OR sun OR star", "harbor moon|sun|star"),
        ("moon | sun", "moon|sun"),
        ("moon AND sun & sea + sky", "moon sun sea sky"),
        ("this or that and not those", "this or that and not those"),
        ("ligh*", "ligh*"),
        ('"the ligh*"', '"the ligh*"'),
        ("ligh*, moon", "ligh* moon"),
        ("title:moon", '"title moon"'),
        ("(moon sun)", "moon sun"),
        ("- -- ... ☔", ""),
        ("", ""),
    ],
)
def test_what_was_typed_is_read_as_people_mean_it(typed, means):
    question = read(typed)

    assert said(question) == means
    assert not question.remarks
    assert bool(question) == bool(means)


@pytest.mark.parametrize(
    ("typed", "means", "remark"),
    [
        ('"over the harbor', '"over the harbor"', "The quotation mark has no end"),
        ("OR moon", "moon", "Nothing stands before it"),
        ("moon OR", "moon", "Nothing stands after it"),
        ("m* sun", "m sun", "type at least two letters"),
        ("m*n", '"m n"', "only at its end"),
        ("(moon sun) OR star", "moon sun|star", "Brackets are passed over"),
        ("a " * 100, "a " * (MOST_TERMS - 1) + "a", f"Only the first {MOST_TERMS} words"),
        ("* ?", "", ""),
    ],
)
def test_what_was_not_understood_is_said_in_a_sentence(typed, means, remark):
    question = read(typed)

    assert said(question) == means
    assert remark in " ".join(question.remarks)
    assert len(question.remarks) == bool(remark)


@pytest.mark.parametrize(
    "typed", ["\0", "\ud800", "\"'\"'“„", "-" * 500, "((((", "OR OR OR NOT AND", "*" * 99]
)
def test_nothing_that_can_be_typed_is_an_error(typed):
    read(typed)
