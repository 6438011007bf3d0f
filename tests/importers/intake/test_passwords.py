"""Old passwords rest here as slow hashes, each with its own salt, and open the door."""

from hashlib import md5

import bcrypt
from django.contrib.auth.hashers import check_password, is_password_usable

from storyhold.importers.intake.passwords import wrapped
from storyhold.importers.sources.efiction.values.passwords import stored_password


def test_each_is_wrapped_in_its_place():
    digest = md5(b"sesame", usedforsecurity=False).hexdigest()
    slow = bcrypt.hashpw(b"sesame", bcrypt.gensalt(4)).replace(b"$2b$", b"$2y$")

    kept = wrapped(map(stored_password, [digest.encode(), b"0", slow, digest.upper().encode()]))

    assert [check_password("sesame", one) for one in kept] == [True, False, True, True]
    assert not is_password_usable(kept[1])
    assert kept[0] != kept[3]
    assert not any(digest in one.lower() for one in kept)
    assert max(map(len, kept)) <= 128
