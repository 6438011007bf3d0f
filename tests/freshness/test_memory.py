"""What a process keeps in memory for as long as it is fresh."""

import pytest
from django.db import transaction

from storyhold.freshness import memory
from storyhold.freshness.memory import Memory
from storyhold.freshness.watching import changing, lasts, watching
from storyhold.shoutbox.actions import shout
from storyhold.shoutbox.models import Shout
from tests.cast import make_member


@pytest.fixture
def shouts():
    return Memory()


def count() -> int:
    return Shout.objects.count()


@pytest.mark.django_db
def test_what_was_made_is_kept_until_something_in_it_changes(shouts, django_assert_num_queries):
    ada = make_member("Ada")
    shouts.get("all", count)

    with django_assert_num_queries(0):
        known = shouts.get("all", count)
    shout("The tide!", by=ada.pen_name)

    assert (known, shouts.get("all", count)) == (0, 1)


@pytest.mark.django_db
def test_a_page_depends_on_what_its_parts_that_are_kept_were_made_from(shouts):
    def part() -> int:
        lasts(60)
        return count()

    shouts.get("all", part)
    with watching() as page:
        shouts.get("all", part)

    assert ("shouts" in page.subjects, page.age) == (True, 60)


@pytest.mark.django_db
def test_what_tells_nobody_of_its_changes_is_shown_for_a_while_at_most(shouts):
    with watching() as page, changing(5):
        count()

    assert (page.tables, page.age) == (set(), 5)


@pytest.mark.django_db
def test_it_is_made_anew_after_a_while_even_so(shouts, monkeypatch):
    monkeypatch.setattr(memory, "LONGEST", 0.0)
    values = iter([1, 2])

    assert [shouts.get("all", lambda: next(values)) for _ in range(2)] == [1, 2]


@pytest.mark.django_db(transaction=True)
def test_what_a_transaction_has_changed_is_kept_for_nobody(shouts):
    ada = make_member("Ada")

    with transaction.atomic():
        shout("Not yet!", by=ada.pen_name)
        within = shouts.get("all", count)
        transaction.set_rollback(True)

    assert (within, shouts.get("all", count)) == (1, 0)
