"""Old passwords, wrapped so that none rests here as it did there."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count

from django.contrib.auth.hashers import make_password

from storyhold.accounts.hashers import Argon2OfMd5, OldBcrypt
from storyhold.importers.sources.efiction.values.passwords import StoredPassword


def wrapped(passwords: Iterable[StoredPassword]) -> list[str]:
    """Return each as our column of passwords holds it; on all cores, for it takes its time."""
    with ThreadPoolExecutor(cpu_count()) as pool:
        return list(pool.map(_wrapped, passwords))


def _wrapped(password: StoredPassword) -> str:
    if password.kind == "md5":
        return Argon2OfMd5().encode_md5(password.digest)
    if password.kind == "bcrypt":
        return OldBcrypt().keep(password.digest)
    return make_password(None)
