"""Answers that stand behind reviews are told apart from them, in any language."""

import pytest

from storyhold.importers.sources.efiction.values.answers import Answered, Labels, is_rating_only


def split(text: str, *, labels: Labels | None = None, is_answered: bool = True) -> Answered:
    return (labels or Labels()).split(text, is_answered=is_answered)


def test_an_answer_keeps_its_colons_italics_and_breaks():
    text = "I <i>wept</i>: so good.<br><br><i>Author's Response: Yes: <i>I</i> too.<br>A.</i>"

    assert split(text) == Answered("I <i>wept</i>: so good.", ("Yes: <i>I</i> too.<br>A.",))


@pytest.mark.parametrize(
    "label", ["Author&#39;s Response", r"Author\'s Response", "author’s response"]
)
def test_an_escaped_label_is_the_same_label(label):
    assert split(f"Hi<br><br><i>{label}: Ho</i>", is_answered=False) == Answered("Hi", ("Ho",))


def test_several_answers_stay_in_order():
    text = "Hi<br><br><i>Author's Response: One</i><br><br><i>Author's Response: Two</i>"

    assert split(text).answers == ("One", "Two")


def test_what_was_added_behind_an_answer_belongs_to_the_review():
    text = "Hi<br><br><i>Author's Response: One</i> PS: bye"

    assert split(text) == Answered("Hi<br><br>PS: bye", ("One",))


def test_an_answer_that_was_cut_off_is_an_answer():
    assert split("Hi<br><br><i>Author's Response: One and").answers == ("One and",)


def test_a_label_is_learned_from_reviews_that_are_marked_as_answered():
    labels = Labels()
    for _ in range(2):
        labels.learn("Schön!<br><br><i>Antwort des Autors: Danke</i>")

    text = "Toll<br><br><i>Antwort des Autors: Danke!</i> PS"
    assert split(text, labels=labels, is_answered=False) == Answered("Toll<br><br>PS", ("Danke!",))


def test_a_label_of_the_language_file_is_known():
    text = "Bien<br /><br /><i>Réponse de l&#39;auteur : Merci</i>"

    assert split(text, labels=Labels(["Réponse de l'auteur"])) == Answered("Bien", ("Merci",))


def test_a_label_that_nobody_knows_is_believed_where_the_row_says_so():
    text = "Bra!<br><br><i>Svar: Tack</i>"

    assert split(text) == Answered("Bra!", ("Tack",))
    assert split(text, is_answered=False) == Answered(text)


def test_italics_that_a_reader_typed_are_no_answer():
    text = "Hi<br /><br /><i>He said: stop</i>"

    assert split(text) == Answered(text)
    assert split("Flag without an answer") == Answered("Flag without an answer")


def test_a_rating_alone_is_no_text():
    assert is_rating_only("No Review")
    assert not is_rating_only("No Reviews yet?")
