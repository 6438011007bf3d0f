"""Whatever members and staff do with the forms of all pages, no guest is shown what was before."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection, transaction

from tests.house.attack import Attack
from tests.house.forms import Form
from tests.house.keeper import Keeper, forget_everything
from tests.house.kept_pages import KEPT
from tests.house.walk import address, every_address

# The catalogs for e-readers list what lists do; one kind of them is enough here.
PAGES = [name for name in KEPT if not name.startswith("catalogs:opds2")]


@pytest.mark.once
def test_no_kept_page_is_stale_after_any_form_was_sent(attack: Attack):
    keeper = Keeper()
    names = dict(every_address())
    keeper.keep(address(attack.world, name, names[name]) for name in PAGES)
    changed, quiet, stale = [], [], {}

    for deed in list(attack.forms()):
        with _sent(attack, *deed) as writes:
            if writes and keeper.are_all_fresh():
                quiet.append(deed)
            elif writes and (found := list(keeper.stale())):
                stale[deed[1]] = found
            changed += writes[:1]
        keeper.keep_again()
    # All together, because each of them, it is said, changes nothing for guests.
    for deed in quiet:
        _send(attack, *deed)

    assert stale == {}
    assert list(keeper.stale()) == []
    assert len(changed) > 100
    assert len(keeper.pages) == len(PAGES)


@contextmanager
def _sent(attack: Attack, role: str, where: str, form: Form) -> Iterator[list[str]]:
    """Send a form that is filled in; yield what it wrote, and take all of it back."""
    writes: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE", "DELETE")):
            writes.append(sql)
        return execute(sql, *rest)

    before = transaction.savepoint()
    try:
        with connection.execute_wrapper(note):
            _send(attack, role, where, form)
        yield writes
    finally:
        transaction.savepoint_rollback(before)
        forget_everything()
        cache.clear()


def _send(attack: Attack, role: str, where: str, form: Form) -> None:
    cookies = attack.cookies[role]
    attack.browser.cookies = SimpleCookie({key: each.value for key, each in cookies.items()})
    attack.browser.post(where, {name: _filled(name, form) for name in form.fields})


def _filled(name: str, form: Form) -> str:
    """Return what a person types there, who changes every text and nothing else."""
    value = form.fields[name]
    if name not in form.typed:
        return value
    if "email" in name:
        return "somebody.else@example.org"
    return value if value.isdecimal() else f"{value} and more".strip()
