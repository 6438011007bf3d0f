import pytest
from django.db import connection

from storyhold.notifications.models import Letter
from storyhold.notifications.quick_commits import quick_commits

# A test's own transaction would leave nothing to commit.
pytestmark = pytest.mark.django_db(transaction=True)


def level() -> object:
    """How long a commit waits for the disk."""
    asked = "PRAGMA synchronous" if connection.vendor == "sqlite" else "SHOW synchronous_commit"
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return cursor.fetchone()[0]


def test_after_the_block_the_disk_is_waited_for_again():
    before = level()

    with quick_commits():
        Letter.objects.create(to="ada@example.org", subject="Hello")
        within = level()

    assert level() == before
    assert (within == before) == (connection.vendor != "sqlite")
    assert Letter.objects.exists()
