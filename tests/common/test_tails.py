import pytest

from storyhold.common.tails import LONGEST_TAIL, tail, with_tail


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Piano at Low Water", "the-piano-at-low-water"),
        ("  “Wait -- what?!”  ", "wait-what"),
        ("snake_case/and\\more", "snake-case-and-more"),
        ("Élan vital", "élan-vital"),
        ("हिन्दी की कहानी", "हिन्दी-की-कहानी"),
        ("กวี ไทย", "กวี-ไทย"),
        ("Йод", "йод"),
        ("春の水", "春の水"),
        ("O’Brien’s Don't", "obriens-dont"),
        ("???", ""),
        ("\0\ud800\u202e", ""),
        ("", ""),
    ],
)
def test_a_tail_is_words_joined_by_hyphens(text, expected):
    assert tail(text) == expected


def test_a_tail_ends_at_a_word_and_is_short():
    assert tail("word " * 100) == "-".join(["word"] * 12)
    assert len(tail("x " * 1000)) <= LONGEST_TAIL


def test_the_number_stands_alone_where_there_are_no_words():
    assert with_tail(7, "The End") == "7-the-end"
    assert with_tail(7, "!!!") == "7"
