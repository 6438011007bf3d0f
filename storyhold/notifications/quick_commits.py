"""Many small transactions, one after another, without waiting for the disk after each."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def quick_commits() -> Iterator[None]:
    """Let commits survive the end of this process at once, but a power cut only after the block.

    For what is written by the thousand and may be done again once the power was out. Only for
    SQLite, and outside of a transaction, within which it changes nothing.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = NORMAL")
        try:
            yield
        finally:
            cursor.execute("PRAGMA synchronous = FULL")
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
