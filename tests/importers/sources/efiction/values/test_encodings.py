"""Bytes from an old archive, in every state they are found in, are the text their author saw."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyhold.importers.sources.efiction.values.charsets import decoded
from storyhold.importers.sources.efiction.values.encodings import Encodings
from storyhold.importers.sources.efiction.values.reading import Reading
from storyhold.prose.characters import nfc

OTHER_WORDS = ("Ночной", "поезд", "كتب", "彼女は", "扉", "😀🌊", "Žluťoučký", "ελπίδα", "Łódź")
LATIN_WORDS = ("café", "isn’t", "“Fine,”", "naïve", "—", "Œuvre", "ÉTÉ", "„Tür“", "rock-’n’-roll")

LATIN = st.lists(st.sampled_from(LATIN_WORDS)).map(" ".join)
ANY_SCRIPT = st.lists(st.sampled_from(LATIN_WORDS + OTHER_WORDS)).map(" ".join)


def read(raw: bytes, *, table: str = "stories", column: str = "title") -> Reading:
    return Encodings().read(raw, table=table, column=column)


def as_latin1(raw: bytes) -> bytes:
    """What a dump in UTF-8 makes of the bytes in a latin1 column."""
    return decoded(raw, "windows-1252").encode()


def as_own_backup(raw: bytes) -> bytes:
    """What the “UTF-8” button of eFiction's own backup makes of any bytes."""
    return raw.decode("latin-1").encode()


@given(ANY_SCRIPT)
def test_text_in_utf8_stays_as_it_is(text):
    reading = read(nfc(text).encode())

    assert reading[:4] == (nfc(text), "utf-8", False, False)


@given(ANY_SCRIPT)
def test_text_that_was_encoded_several_times_is_the_same_text(text):
    once = nfc(text).encode()

    assert read(as_latin1(once)).text == nfc(text)
    assert read(as_latin1(as_latin1(once))).text == nfc(text)
    assert read(as_own_backup(once)).text == nfc(text)
    assert read(as_own_backup(as_latin1(once))).text == nfc(text)


@given(LATIN)
def test_a_windows_text_is_the_same_text_however_it_was_dumped(text):
    raw = f"{text} café ’s".encode("cp1252")

    for dumped in (raw, as_latin1(raw), as_own_backup(raw)):
        assert read(dumped).text == nfc(f"{text} café ’s")


@given(st.binary())
def test_no_bytes_cannot_be_read(raw):
    reading = read(raw)

    assert reading.is_changed == (reading.text.encode() != raw)


def test_what_was_done_is_told():
    assert read("Señor".encode("cp1252")).how == "windows-1252"
    assert read(as_latin1("Señor".encode())).how == "utf-8 twice"
    assert read(as_latin1(as_latin1("Señor".encode()))).how == "utf-8 three times"
    assert read(as_own_backup("“Yes”".encode("cp1252"))).how == "utf-8 of windows-1252"
    assert read(None).text == ""


def test_a_text_of_two_encodings_is_read_in_pieces_and_listed_as_doubtful():
    reading = read("It’s a naïve ".encode() + "café, isn’t it".encode("cp1252"))

    assert reading.text == "It’s a naïve café, isn’t it"
    assert reading.is_doubtful
    assert reading.how == "windows-1252 and utf-8"
    assert reading.counts == {"pieces": 2}


def test_a_text_of_which_a_part_was_encoded_twice_is_mended_there_alone():
    reading = read("“Fine,” ".encode() + as_latin1("she’d say".encode()) + " Ночь".encode())

    assert reading.text == "“Fine,” she’d say Ночь"
    assert reading.is_doubtful


@pytest.mark.parametrize(
    "text",
    [
        *("Señor Ñandú", "ÉCOLE", "Ça — déjà vu", "HABLÓ ÑOÑO", "Ó meu Õ", "“MANHÃ…” “NÃO”"),
        "«\xa0Voilà\xa0», le café\xa0» et l’été\xa0— «\xa0déjà\xa0»",
    ],
)
def test_letters_that_look_like_damage_are_left_alone(text):
    assert read(text.encode("cp1252")).text == text
    assert read(text.encode()).text == text
    assert read(as_latin1(text.encode())).text == text
    assert read(as_own_backup(text.encode())).text == text


@pytest.mark.parametrize("text", ["10 €", "cœur", "RÔLE", "ESPAÑOL", "雨", "“", "Łucja", "Şen"])
def test_one_letter_is_enough_to_see_that_a_value_was_encoded_twice(text):
    assert read(as_latin1(text.encode())).text == text


@pytest.mark.parametrize("text", ["CAFÉ…", "FIANCÉ’S", "The fiancé…”", "Élan d’été, fiancé…”"])
def test_quotes_behind_letters_are_not_taken_for_utf8(text):
    assert read(text.encode("cp1252")).text == text
    assert read(as_own_backup(text.encode("cp1252"))).text == text
    assert read(text.encode()).text == text


def test_macintosh_punctuation_is_seen_where_nothing_else_can_be_meant():
    reading = read(b"\xd2I don\xd5t\xc9 caf\x8e,\xd3 she said \xd1 twice")

    assert reading.text == "“I don’t… café,” she said — twice"
    assert reading.counts == {"macintosh": 6}


def test_macintosh_punctuation_beside_windows_punctuation_leaves_letters_alone():
    reading = read(b"I don\xd5t know, \x93\xc9cole d\x92\xc9t\xe9\x94, \xd2they\xd3 said \xd0 no")

    assert reading.text == "I don’t know, “École d’Été”, “they” said – no"


def test_half_a_letter_at_the_end_is_left_out_and_counted():
    cut = read("Ночной".encode()[:-1], table="authors", column="penname")
    twice = read(as_latin1("L’été ’".encode()[:-1]))

    assert cut.text == "Ночно"
    assert cut.counts == {"halves": 1}
    assert twice.text == "L’été "
    assert read("André".encode("cp1252")).text == "André"


def test_half_a_letter_in_a_full_column_is_no_letter_of_another_set():
    raw = b"a" * 199 + "é".encode()[:1]

    assert read(raw, table="authors", column="penname").text == "a" * 199
    assert read(raw, table="authors", column="bio").text == "a" * 199 + "Ã"


def test_marks_and_controls_are_left_out_and_counted():
    reading = read("\ufeffOnce\0 upon\ufeff a\x1b\x7f time\r\n".encode())

    assert reading.text == "Once upon a time\r\n"
    assert reading.counts == {"byte order marks": 2, "controls": 3}


def test_what_was_lost_before_is_counted():
    assert read(b"I don?t know? It?s \xef\xbf\xbd").counts == {
        "replacements": 1,
        "question marks": 2,
    }
    assert read(b"Love this! ????????").counts == {"question marks": 1}
    assert read("“Where’s the key?” — “Où ?” «Где?»".encode()).counts == {}
    assert read(b"?").counts == {"question marks": 1}
    assert read(b"What???? viewstory.php?sid=1&amp;i=1 Really?").counts == {}


def test_accents_that_stand_apart_join_their_letters_and_nothing_else_is_normalized():
    assert read("cafe\u0301 \ufb01 ＡＢ".encode()).text == "café \ufb01 ＡＢ"


def test_a_site_says_in_which_set_its_older_texts_are():
    turkish = Encodings(declared="ISO-8859-9")
    japanese = Encodings(declared="Shift_JIS")

    assert turkish.read("Şaşkın".encode("cp1254"), table="stories").text == "Şaşkın"
    assert japanese.read("扉を開けて".encode("cp932"), table="stories").text == "扉を開けて"
    assert japanese.read("扉を開けて".encode(), table="stories").how == "utf-8"


def test_bytes_outside_the_set_of_a_site_are_read_as_windows_and_doubtful():
    reading = Encodings(declared="Shift_JIS").read(b"caf\xe9 \x93so\x94", table="stories")

    assert reading.text == "café “so”"
    assert reading.is_doubtful


def test_a_person_overrules_by_table_value_and_story():
    said = {"reviews": "iso-8859-2", "reviews:7": "cp1251", "story:3": "utf-8 twice"}
    encodings = Encodings(overrides=said)
    czech, russian = "Žluťoučký".encode("iso-8859-2"), "Ночь".encode("cp1251")

    assert encodings.read(czech, table="reviews", number=1).text == "Žluťoučký"
    assert encodings.read(russian, table="reviews", number=7).text == "Ночь"
    assert encodings.read(as_latin1("é".encode()), table="chapters", story=3).text == "é"
    assert encodings.read(codecs.BOM_UTF8 + b"x", table="authors").text == "x"


OLDER_TEXTS = {
    "iso-8859-2": "Příliš žluťoučký kůň úpěl ďábelské ódy a nikdo se nedíval. ",
    "windows-1251": "Последний трамвай ушёл, и никто этого не заметил в ту ночь. ",
    "windows-1254": "Küçük kız ağaçların arasında şaşkınlıkla gökyüzüne baktı. ",
    "cp932": "彼は静かに扉を開けて、夜の街へ出ていった。雨が降っていた。",
    "windows-1252": "“Ça va ?” — Hélène n’a rien dit, c’était déjà l’été. ",
}


@pytest.mark.parametrize(("charset", "text"), OLDER_TEXTS.items())
def test_long_texts_teach_how_short_values_are_read(charset, text):
    encodings = Encodings()

    encodings.learn("chapters", [b"short \xe9", text.encode() * 20, (text * 12).encode(charset)])

    assert encodings.read(text[:14].encode(charset), table="chapters").text == text[:14]
    assert encodings.read(text[:14].encode(charset), table="authors").text == text[:14]


def test_a_table_may_have_learned_something_else():
    encodings = Encodings()
    russian, czech = OLDER_TEXTS["windows-1251"], OLDER_TEXTS["iso-8859-2"]

    encodings.learn("chapters", [(russian * 9).encode("cp1251")])
    encodings.learn("reviews", [(czech * 9).encode("iso-8859-2")])

    assert encodings.read("Příliš".encode("iso-8859-2"), table="reviews").text == "Příliš"
    assert encodings.read("трамвай".encode("cp1251"), table="authors").text == "трамвай"


def test_curly_quotes_alone_teach_nothing_strange():
    encodings = Encodings(declared="iso-8859-1")

    encodings.learn(
        "chapters", ["“She said it’s raining,” he said — then left. ".encode("cp1252") * 9]
    )

    assert encodings.site == "windows-1252"
