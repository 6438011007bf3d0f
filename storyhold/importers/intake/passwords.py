"""Old passwords, wrapped so that none rests here as it did there."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count

from django.contrib.auth.hashers import make_password

from storyhold.importers.sources.efiction.values.passwords import StoredPassword


def wrapped(passwords: Iterable[StoredPassword]) -> list[str]:
    """Return each as our column of passwords holds it; on all cores, for it takes its time."""
    with ThreadPoolExecutor(cpu_count()) as pool:
        return list(pool.map(_wrapped, passwords))


def _wrapped(_password: StoredPassword) -> str:
    return make_password(None)
