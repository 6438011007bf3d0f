"""Somebody who sends whatever comes to mind, wherever it may be sent."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import resolve

from storyhold.archive.queries import forget_archive
from tests.house.forms import Form, forms_on
from tests.house.walk import World, address, every_address

# Sent to addresses whose form stands on no page of the world; and beside every other form, as by
# somebody who hopes that one of them is taken.
MORE = {
    "role": "archivist",
    "is_featured": "1",
    "is_public": "1",
    "number": "1",
    "chosen": "1",
    "signature": "1",
    "pen_name": "1",
    "next": "/",
    "text": "words",
}

# What Django reads before any page is asked is sent to a few of them.
SOME = ("look", "account_login", "stories:pass_gate", "reviews:write", "desk:new", "desk:chapter")


class Attack:
    """A world in which everything can be tried, and nothing that is tried changes anything."""

    def __init__(self, world: World) -> None:
        self.world = world
        # One browser, as each carries a whole web server; the cookies say who it is.
        self.browser = Client()
        self.take_forms_only: set[str] = set()  # names of addresses, as far as we have asked
        self.cookies = {role: world.client(role).cookies for role in world.people}

    def forms(self, *on: str) -> Iterator[tuple[str, str, Form]]:
        """Yield who may use a form, where it is sent, and the form; each address once.

        `on` names the pages on which to look for forms; without a name, that is all of them, and
        addresses whose form stands on no page are yielded with the fields of `MORE`.
        """
        found: dict[str, tuple[str, str, Form]] = {}
        opened: set[str] = set()
        # The author and another reader look at every page, the others at what these do not see.
        for role, but_not in (("ada", ()), ("ben", ()), ("wren", opened), ("guest", opened)):
            for page in self.pages_open_to(role, on, but_not):
                opened.add(page)
                for form in self._forms_on_last(page):
                    for action in form.actions:
                        deed = resolve(action.partition("?")[0]).view_name
                        if deed not in found or action == page:
                            found[deed] = role, action, form
        for name, page in self.pages() if not on else ():
            found.setdefault(name, ("ada", page, Form([page], MORE)))
        yield from found.values()

    def _forms_on_last(self, page: str) -> list[Form]:
        forms = forms_on(page, self.last.content.decode())
        return [Form(each.actions, MORE | each.fields, each.typed) for each in forms]

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield the name of every address, and the address in this world."""
        for name, parameters in every_address():
            yield name, address(self.world, name, parameters)

    def some_pages(self) -> Iterator[tuple[str, str]]:
        """Yield who may use a page, and the page, for those in `SOME`."""
        roles = {"reviews:write": "ben", "desk:new": "ada", "desk:chapter": "ada"}
        for name, page in self.pages():
            if name in SOME:
                yield roles.get(name, "guest"), page

    def pages_open_to(
        self, role: str, named: Collection[str] = (), but_not: Collection[str] = ()
    ) -> Iterator[str]:
        """Yield the pages that this person can open; `last` is each, as it was answered.

        Of those `named`, or of all; `but_not` are addresses.
        """
        for name, page in self.pages():
            if page in but_not or name in self.take_forms_only or (named and name not in named):
                continue
            self.ask("GET", role, page)
            if self.last.status_code == 405:
                self.take_forms_only.add(name)
            is_page = self.last.get("Content-Type", "").startswith("text/html")
            if self.last.status_code == 200 and is_page:
                yield page

    def post(self, role: str, where: str, body: object, kind: str = "", **more: Any) -> None:
        """Send a form, or a body of this content type."""
        if kind:
            self.ask("POST", role, where, data=body, content_type=kind, **more)
        else:
            with self._as_it_was(role, where):
                self.last = self.browser.post(where, body, **more)

    def ask(self, method: str, role: str, where: str, **more: Any) -> None:
        """Ask with any method."""
        with self._as_it_was(role, where):
            self.last = self.browser.generic(method, where, **more)

    @contextmanager
    def _as_it_was(self, role: str, where: str) -> Iterator[None]:
        self.browser.cookies = SimpleCookie({k: v.value for k, v in self.cookies[role].items()})
        before = transaction.savepoint()
        try:
            yield
        finally:
            transaction.savepoint_rollback(before)
            forget_archive()
            cache.clear()
        self.last.getvalue()  # a file that is sent is closed at its end
        assert self.last.status_code < 500, f"{where} as {role}"
