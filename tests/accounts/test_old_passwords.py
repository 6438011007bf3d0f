"""What an old archive kept of passwords opens the door once, and is then replaced."""

from hashlib import md5

import bcrypt
import pytest
from django.contrib.auth.hashers import check_password, identify_hasher

from storyhold.accounts.hashers import Argon2OfMd5, OldBcrypt


def of_md5(sent: bytes) -> str:
    return Argon2OfMd5().encode_md5(md5(sent, usedforsecurity=False).hexdigest())


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        (b"lantern-Admin1", "lantern-Admin1"),
        ("Élodie".encode(), "Élodie"),
        ("Élodie".encode("cp1252"), "Élodie"),
        (b'It\\\'s \\"me\\" \\\\', 'It\'s "me" \\'),
        ("L\\'été".encode("cp1252"), "L'été"),
        (b"&#1083;&#1086;&#1076;", "лод"),
        (b"  blanks ", "  blanks "),
    ],
)
def test_a_password_opens_in_the_form_it_was_once_sent_in(sent, typed):
    kept = of_md5(sent)

    assert check_password(typed, kept)
    assert not check_password(typed + "x", kept)
    assert not check_password(typed.strip() + "?", kept)


def test_an_empty_password_opens_nothing():
    nothing = bcrypt.hashpw(b"", bcrypt.gensalt(4)).decode()

    assert not check_password("", of_md5(b""))
    assert not check_password("", OldBcrypt().keep(nothing))


def test_the_md5_itself_is_no_password():
    digest = md5(b"sesame", usedforsecurity=False).hexdigest()

    assert digest not in of_md5(b"sesame")
    assert not check_password(digest, of_md5(b"sesame"))


@pytest.mark.parametrize("prefix", ["$2y$", "$2a$", "$2b$"])
def test_bcrypt_is_kept_and_read_as_php_wrote_it(prefix):
    long = "é" * 50
    digest = bcrypt.hashpw(long.encode()[:72], bcrypt.gensalt(4)).decode()

    kept = OldBcrypt().keep(prefix + digest[4:])

    assert check_password(long, kept)
    assert not check_password("sesame", kept)
    assert identify_hasher(kept).must_update(kept)


def test_a_damaged_bcrypt_opens_nothing():
    assert not check_password("sesame", OldBcrypt().keep("$2y$10$" + "\x7f" * 53))
