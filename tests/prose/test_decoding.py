"""Files from anybody's machine, read letter for letter."""

import pytest

from storyhold.prose.decoding import decoded

ENGLISH = "“You *must* hear me,” she thought — and the café went dark…"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_english_of_any_age(encoding):
    assert decoded(ENGLISH.encode(encoding)).text == ENGLISH


def test_utf_16_the_other_way_round():
    assert decoded(b"\xfe\xff" + ENGLISH.encode("utf-16-be")).text == ENGLISH


@pytest.mark.parametrize(
    ("language", "encoding", "text"),
    [
        ("ru", "cp1251", "Лампа горела всю ночь."),
        ("pl", "cp1250", "Zgasiła lampę i wyszła w noc, źle."),
        ("el", "cp1253", "Το φως έσβησε."),
        ("ja", "cp932", "灯台の明かりが消えた。"),
        ("zh-Hans", "gb18030", "灯塔的灯灭了。"),
        ("he", "cp1255", "המנורה דלקה."),
    ],
)
def test_an_old_file_is_read_as_its_language_was_written(language, encoding, text):
    assert decoded(text.encode(encoding), language=language) == (text, encoding)


@pytest.mark.parametrize(
    ("declared", "read_as"),
    [("koi8-r", "koi8-r"), ("windows-1251", "cp1251"), ("ISO-8859-1", "cp1252")],
)
def test_an_html_file_says_it_itself(declared, read_as):
    head = f'<html><head><meta charset="{declared}">'.encode()
    letters = "ё" if read_as != "cp1252" else "’"

    found = decoded(head + letters.encode(read_as), language="ja")

    assert found.encoding == read_as
    assert found.text.endswith(letters)


@pytest.mark.parametrize("declared", [b"rot13", b"zip", b"utf-7", b"unicode_escape", b"\xff", b""])
def test_what_cannot_be_a_text_encoding_is_not_believed(declared):
    found = decoded(b'<meta charset="' + declared + b'">it\x92s late')

    assert found.text.endswith("it’s late")


def test_what_nothing_explains_is_marked_and_the_rest_is_read():
    found = decoded("Лампа".encode("cp1251") + b"\x81\xff", language="ja")

    assert found.text
    assert not found.is_certain
