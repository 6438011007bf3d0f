"""PHP's serialized values are read as data, damaged ones too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyhold.importers.sources.efiction.values.php import NotSerializedError, unserialize


def test_every_kind_of_value():
    raw = b'a:5:{s:3:"num";i:5;i:1;b:1;s:1:"n";N;s:1:"d";d:0.5;s:1:"a";a:1:{i:0;s:0:"";}}'

    assert unserialize(raw) == {b"num": 5, 1: True, b"n": None, b"d": 0.5, b"a": {0: b""}}


def test_lengths_that_a_new_encoding_made_wrong_do_not_matter():
    raw = 'a:2:{s:5:"title";s:4:"Été";s:1:"x";s:9:"a";b";}'.encode()

    assert unserialize(raw) == {b"title": "Été".encode(), b"x": b'a";b'}


def test_backslashes_before_quotes_do_not_matter():
    assert unserialize(rb"a:1:{s:3:\"num\";s:2:\"it\";}") == {b"num": b"it"}


def test_objects_are_only_their_properties():
    assert unserialize(b'O:8:"stdClass":1:{s:1:"a";i:1;}') == {b"a": 1}


@pytest.mark.parametrize(
    "raw", [b"", b"rubbish", b"a:1:{", b"i:1", b"i:x;", b"N;N;", b"a:1:{N;N;}", b"a:1:{i:0;" * 50]
)
def test_what_is_no_value_is_refused(raw):
    with pytest.raises(NotSerializedError):
        unserialize(raw)


@given(st.binary() | st.text('abidNsO:;{}"0123\\').map(str.encode))
def test_no_bytes_do_anything_else(raw):
    try:
        unserialize(raw)
    except NotSerializedError:
        return
