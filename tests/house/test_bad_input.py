"""Whatever anybody sends, wherever they send it, is answered: never a 500.

The client raises what a view raises, so a fault fails with its own traceback.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from importlib import import_module
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import resolve, reverse

from storyhold.archive.queries import forget_archive
from tests.cast import PASSWORD
from tests.house.forms import Form, forms_on
from tests.house.walk import World, address, every_address, public_world

pytestmark = pytest.mark.django_db

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=B"

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

# What is typed into every field at once.
TYPED = {
    "nothing": "",
    "space": " \t\r\n\u00a0\u3000\u200b\u200e\u2060\ufeff",
    "NUL": "a\0b",
    "directions": "\u202e\u2066\u2067abc\u2069",
    "no characters": "\x01\x0b\x1b\x7f\x85\ufffe\U0001fffe\ue000a" + "\u0301" * 2000,
    "template": "{{ 7 }}{% 0 %}%s%(a)d{0}{name}",
    "markup": "\"'><script>x</script><!--<![CDATA[<p>&#xd800;&#0;&#x110000;&#99999999999;",
    "number": "99999999999999999999",
    "long number": "9" * 5000,
    "less than nothing": "-1",
    "other digits": "\u0661\u00b2\uff11",
    "address": "http://[::1",
    "names": ",".join(f"name {number}" for number in range(3000)),
}
A_FEW = ("nothing", "NUL", "number")

MEGABYTES = ["<div><i>" * 125_000, "*_<&\u05d0 &#x202e; " * 65_000]

# What Django reads before any page is asked is sent to a few of them.
SOME = ("look", "account_login", "stories:pass_gate", "reviews:write", "desk:new", "desk:chapter")


@pytest.fixture
def attack(monkeypatch):
    # The test client makes Django's own kind of request, our server another.
    application = import_module("storyhold.site.wsgi").application
    monkeypatch.setattr("django.test.client.WSGIRequest", application.request_class)
    return Attack(public_world())


def test_garbage_in_every_form(attack):
    seen = set()

    for role, where, form in attack.forms():
        kinds = A_FEW if frozenset(form.typed) in seen else TYPED
        seen.add(frozenset(form.typed))
        for kind in kinds if form.typed else ():
            attack.post(role, where, form.fields | dict.fromkeys(form.typed, TYPED[kind]))
        for kind in A_FEW:
            attack.post(role, where, dict.fromkeys(form.fields, TYPED[kind]))
        attack.post(role, where, {})


def test_a_megabyte_in_one_field(attack):
    forms = list(attack.forms())

    for name in ("text", "summary", "opening_note", "tags_freeform", "bio", "terms", "title"):
        role, where, form = next(each for each in forms if name in each[2].typed)
        for text in MEGABYTES:
            attack.post(role, where, form.fields | {name: text})


BODIES = [
    ("application/json", b'{"title": [1, {"a": null}]}'),
    ("x", b"title=a"),
    ("multipart/form-data", b"title=a"),
    (PARTS, b'--B\r\nContent-Disposition: form-data; name="title"\r\n\r\nab'),
    (PARTS, b"--B\r\nContent-Disposition\r\n\r\n\xff\r\n--B--"),
    (
        PARTS,
        b'--B\r\nContent-Disposition: form-data; name="title"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n!\r\n--B--",
    ),
    (FORM, b"&".join(b"f%d=1" % number for number in range(10_000))),
    (FORM, b"&".join(b"title=1&text=2&number=3" for _ in range(600))),
    (FORM, b"text=" + b"x" * 12_600_000),
    (FORM, b"title=%ed%a0%80%ff&text=\xed\xa0\x80\xff&login=%zz%u0041%&next=%00"),
]


def test_bodies_that_are_no_form(attack):
    for role, page in attack.some_pages():
        for content_type, body in BODIES:
            attack.post(role, page, body, content_type)


# UTF-7 and the escapes make lone surrogates, which no database takes; base64 makes no text.
@pytest.mark.parametrize(
    ("encoding", "sent"), [("utf-7", b"+2AA-"), ("unicode_escape", b"\\ud800"), ("base64", b"x")]
)
def test_an_encoding_that_is_not_ours(attack, encoding, sent):
    names = (b"title", b"text", b"login", b"password", b"next", b"theme", b"language", b"rating")
    part = b'--B\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
    body = b"".join(part % (name, sent) for name in names) + b"--B--\r\n"

    for role, page in attack.some_pages():
        where = f"{page}?page=%2B2AA-&next=/\\ud800"
        attack.post(role, where, body, f"{PARTS}; charset={encoding}")
        attack.ask("GET", role, where, content_type=f"text/html; charset={encoding}")


def test_files_in_place_of_words(attack):
    names = ("title", "text", "login", "password", "next", "theme")

    for role, page in attack.some_pages():
        files = {name: SimpleUploadedFile("a\0.txt", b"words") for name in names}
        attack.post(role, page, files)


def test_a_file_is_never_written_to_the_disk(attack, settings):
    settings.FILE_UPLOAD_TEMP_DIR = "/there/is/no/such/folder"

    attack.post("guest", "/look/", {"theme": SimpleUploadedFile("a.txt", b"x" * 3_000_000)})
    assert attack.last.status_code == 302

    attack.post("guest", "/look/", {"theme": SimpleUploadedFile("a.txt", b"x" * 12_600_000)})
    assert attack.last.status_code == 413


QUERIES = ["-1", "9" * 5000, "%00%ff%ed%a0%80", "//evil.example%0d%0aX:1"]
ASKED = ("page", "sort", "letter", "from", "to", "chapter", "next", "q", "code", "invitation")


def test_garbage_after_the_question_mark(attack):
    for role in ("guest", "wren"):
        for page in attack.pages_open_to(role):
            for value in QUERIES:
                query = "&".join(f"{name}={value}" for name in ASKED)
                attack.ask("GET", role, f"{page}?{query}&page[]={value}&{value}")


def test_every_other_method(attack):
    for role in ("guest", "wren"):
        for _name, page in attack.pages():
            for method in ("HEAD", "OPTIONS", "ODD"):
                attack.ask(method, role, page, data=b"a=1")


def test_numbers_of_nothing(attack):
    attack.world.ids.update(dict.fromkeys(attack.world.ids, "999999999999999999"))

    for _name, page in attack.pages():
        attack.ask("GET", "wren", page)
        attack.post("wren", page, MORE)


COOKIES = ["x", "abcdefgh\0", "a" * 4000, "age.w1.w999999999", "w\u00b2", "[["]
OURS = ("storyhold_session", "storyhold_csrf", "passed", "theme", "messages")


@pytest.mark.parametrize("name", OURS)
def test_cookies_that_we_never_set(attack, name):
    for value in COOKIES:
        attack.cookies["guest"] = SimpleCookie({name: value})
        for _role, page in attack.some_pages():
            attack.ask("GET", "guest", page)
            attack.post("guest", page, MORE)


HEADERS = [
    {"Origin": "http://[x"},
    {"Origin": "null", "Referer": "http://["},
    {"Host": "evil.example"},
    {"Host": "["},
    {"User-Agent": "\xff" * 5000, "Accept-Language": "*;q=x" * 500},
    {"If-None-Match": '"' * 500, "If-Modified-Since": "never", "Accept-Encoding": "gzip;q=x"},
    {"X-Forwarded-For": "," * 50, "X-Forwarded-Proto": "x", "Content-Length": "many"},
]


def test_headers_that_make_no_sense(attack):
    for headers in HEADERS:
        for _role, page in attack.some_pages():
            attack.ask("GET", "guest", page, headers=headers)
            attack.post("guest", page, MORE, headers=headers)


@pytest.mark.parametrize("name", ["look", "stories:pass_gate", "account_login", "account_logout"])
def test_nobody_is_led_away_from_the_archive(attack, name):
    page = dict(attack.pages())[name]
    role = "ada" if name == "account_logout" else "guest"
    signs_in = {"login": "Ben", "password": PASSWORD}

    for away in (
        "//evil.example", "/\\evil.example", "\\\\evil.example", "///evil.example",
        "https:evil.example",
        "http:///evil.example", " //evil.example", "\t//evil.example", "/\t/evil.example",
        "javascript:alert(1)", "http://testserver@evil.example", "http://[", "nowhere",
    ):  # fmt: skip
        attack.post(role, page, signs_in | {"next": away})

        assert attack.last.status_code == 302
        assert "evil" not in attack.last["Location"].lower()
        assert "script" not in attack.last["Location"]


def test_set_up_takes_no_garbage():
    names = ("code", "name", "tagline", "pen_name", "email", "password1", "password2", "sample")

    for typed in TYPED.values():
        cache.clear()
        answer = Client().post(reverse("archive:set_up"), dict.fromkeys(names, typed))

        assert answer.status_code == 422


class Attack:
    """A world in which everything can be tried, and nothing that is tried changes anything."""

    def __init__(self, world: World) -> None:
        self.world = world
        # One browser, as each carries a whole web server; the cookies say who it is.
        self.browser = Client()
        self.cookies = {role: world.client(role).cookies for role in world.people}

    def forms(self) -> Iterator[tuple[str, str, Form]]:
        """Yield who may use a form, where it is sent, and the form; each address once.

        Addresses whose form stands nowhere in the world are yielded with the fields of `MORE`.
        """
        found: dict[str, tuple[str, str, Form]] = {}
        for role in ("ada", "wren", "ben", "guest"):
            for page in self.pages_open_to(role):
                for form in self._forms_on_last(page):
                    for action in form.actions:
                        deed = resolve(action.partition("?")[0]).view_name
                        if deed not in found or action == page:
                            found[deed] = role, action, form
        for name, page in self.pages():
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

    def pages_open_to(self, role: str) -> Iterator[str]:
        """Yield the pages that this person can open; `last` is each, as it was answered."""
        for _name, page in self.pages():
            self.ask("GET", role, page)
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
