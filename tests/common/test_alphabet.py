import pytest

from storyhold.common.alphabet import in_order, letter_of, title_key


@pytest.mark.parametrize(
    ("title", "language", "key", "letter"),
    [
        ("The Piano at Low Water", "en", "piano at low water", "P"),
        ("A", "en", "a", "A"),
        ("Theory", "en", "theory", "T"),
        ("“An  Apple”", "en", "apple”", "A"),
        ("Die Pilze", "de", "pilze", "P"),
        ("Die Pilze", "en", "die pilze", "D"),
        ("L’Été", "fr", "ete", "E"),
        ("Łódź", "pl", "lodz", "L"),
        ("Ødegaard", "no", "odegaard", "O"),
        ("Йод", "ru", "йод", "И"),
        ("חלון", "he", "חלון", "ח"),
        ("ガラス", "ja", "ガラス", "か"),
        ("春の水", "ja", "春の水", "漢"),
        ("가을", "ko", "가을", "ㄱ"),
        ("7 Days", "en", "7 days", "#"),
        ("???", "en", "???", "#"),
        ("", "en", "", "#"),
    ],
)
def test_a_title_has_its_place_in_any_script(title, language, key, letter):
    assert title_key(title, language=language) == key
    assert letter_of(key) == letter


def test_a_key_fits_its_column_however_long_the_title():
    assert len(title_key("ﷺ" * 250)) == 100


def test_the_latin_alphabet_is_shown_whole():
    letters = in_order({"B", "Б", "#"})

    assert letters[0] == ("#", True)
    assert ("A", False) in letters
    assert ("B", True) in letters
    assert letters[-1] == ("Б", True)


def test_without_a_latin_title_there_is_no_latin_alphabet():
    assert in_order({"Б"}) == [("Б", True)]
