"""Texts as words to find, in any script."""

import pytest

from storyhold.search.words import for_index, places_of, words_of

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don’t, don't DON´T", "don t don t don t"),
        ("well-known snake_case yes--no", "well known snake case yes no"),
        ("CAFÉ naïve straße Ærø łódź", "cafe naive strasse aero lodz"),
        ("Ёлка, Йод — Москва́", "елка йод москва"),  # й is a letter of its own, an accent is none
        ("м’я", "м я"),
        ("שָׁלוֹם", "שלום"),
        ("سـلام مُحَمَّد", "سلام محمد"),
        ("黒猫がいる。カフェ", "黒 猫 が い る カ フ ェ"),
        ("สวัสดี", "ส ว ส ด"),
        ("ＡＢＣ ﬁn ½", "abc fin 1 2"),
        ("soft\xadhyphen zero\u200bwidth", "softhyphen zerowidth"),
        ("☔ *** …", ""),
        ("a\x00b", "a b"),
    ],
)
def test_words_are_small_letters_without_accents_and_signs(text, words):
    assert words_of(text) == words.split()


def test_words_are_found_in_the_text_as_it_is_written():
    text = "“Ёлка!” said Zoë’s cat: 黒猫"

    found = [(word, text[start:end]) for word, start, end in places_of(text)]

    assert found == [
        ("елка", "Ёлка"), ("said", "said"), ("zoe", "Zoë"), ("s", "s"), ("cat", "cat"),
        ("黒", "黒"), ("猫", "猫"),
    ]  # fmt: skip


@pytest.mark.parametrize("row", ["\u0301", "א", "x", "黒", "’"])
def test_a_text_that_is_one_row_of_letters_or_marks_takes_no_time(row):
    text = f"é{row * 200_000} end"

    assert for_index(text).endswith(" end")
    assert words_of(text)[-1] == "end"
