import pytest

from storyhold.prose.forbidden import forbidden_word, starred

WORDS = "damn*, *monger,hell\nlow water"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Damned lot", "Damned"),
        ("The warmonger", "warmonger"),
        ("Go to HELL.", "HELL"),
        ("Low water again", "Low water"),
        ("h.e.l.l and h e l l", "h.e.l.l"),
        ("d-a-m-n", "d-a-m-n"),
        ("hell_no", "hell"),
    ],
)
def test_a_word_is_found_however_it_is_spaced_out(text, found):
    assert forbidden_word(text, WORDS) == found


@pytest.mark.parametrize("text", ["Hello", "shell", "goddamn", "mongers", "he ll", "the wall", ""])
def test_what_only_holds_the_letters_is_left_alone(text):
    assert forbidden_word(text, WORDS) == ""


@pytest.mark.parametrize("words", ["", " , \n,", "*", "**,* *"])
def test_a_list_without_a_word_finds_nothing(words):
    assert forbidden_word("* anything at all, *", words) == ""
    assert starred("<p>* anything</p>", words) == "<p>* anything</p>"


def test_letters_become_stars_and_markup_stays():
    given = (
        '<p>h<em>el</em>l &amp; <a href="https://hell.example/">h e l l</a></p><p>he</p><p>ll</p>'
    )

    assert starred(given, WORDS) == (
        '<p>*<em>**</em>* &amp; <a href="https://hell.example/">* * * *</a></p><p>he</p><p>ll</p>'
    )
