"""Whatever anybody sends, wherever they send it, is answered: never a 500.

The client raises what a view raises, so a fault fails with its own traceback.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import quote_plus

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import resolve, reverse

from storyhold.archive.queries import forget_archive
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
    "space": " \t\r\n\u00a0\u3000",
    "NUL": "a\0b",
    "invisible": "\u200b\u200e\u2060\ufeff",
    "directions": "\u202e\u2066\u2067abc\u2069",
    "control characters": "\x01\x0b\x0c\x1b\x7f\x85\ufffe\uffff",
    "noncharacters and private ones": "\U0001fffe\ue000\U0010ffff",
    "combining": "a" + "\u0301" * 2000,
    "template": "{{ 7 }}{% 0 %}%s%(a)d{0}{name}",
    "markup": "\"'><script>x</script><!--<![CDATA[",
    "surrogates in HTML": "<p>&#xd800;&#0;&#x110000;&#99999999999;",
    "number": "99999999999999999999",
    "long number": "9" * 5000,
    "negative": "-1",
    "no number": "NaN",
    "power": "1e999",
    "other digits": "\u0661\u00b2\uff11",
    "address": "http://[::1",
    "mailbox": "a@b@" + "c." * 200 + "d",
    "commas": "," * 5000,
    "names": ",".join(f"name {number}" for number in range(3000)),
    "backslashes": "\\" * 2000 + "*_" * 2000,
}
LONG = {
    "nested": "<div><i>" * 60_000,
    "megabyte": "*_<&\u05d0 " * 150_000,
}


@pytest.fixture
def attack():
    return Attack(public_world())


@pytest.mark.parametrize("kind", TYPED)
def test_garbage_in_every_field(attack, kind):
    for role, where, form in attack.forms():
        typed = dict.fromkeys(form.typed, TYPED[kind])
        attack.post(role, where, form.fields | typed)
        attack.post(role, where, dict.fromkeys(form.fields, TYPED[kind]))


# One of each kind of field is enough.
LONG_ONES = {"text", "summary", "opening_note", "tags_freeform", "bio", "terms", "title"}


@pytest.mark.parametrize("kind", LONG)
def test_a_megabyte_in_one_field(attack, kind):
    for role, where, form in attack.forms():
        for name in form.typed & LONG_ONES:
            attack.post(role, where, form.fields | {name: LONG[kind]})


BODIES = {
    "no fields": (FORM, b""),
    "JSON": ("application/json", b'{"title": [1, {"a": null}]}'),
    "no type": ("x", b"title=a"),
    "text": ("text/plain", b"title=a"),
    "no boundary": ("multipart/form-data", b"title=a"),
    "broken parts": (PARTS, b'--B\r\nContent-Disposition: form-data; name="title"\r\n\r\nab'),
    "broken head": (PARTS, b"--B\r\nContent-Disposition\r\n\r\n\xff\r\n--B--"),
    "broken base64": (
        PARTS,
        b'--B\r\nContent-Disposition: form-data; name="title"\r\n'
        b"Content-Transfer-Encoding: base64\r\n\r\n!\r\n--B--",
    ),
    "too many fields": (FORM, b"&".join(b"f%d=1" % number for number in range(10_000))),
    "many of one": (FORM, b"&".join(b"title=1&text=2&number=3" for _ in range(600))),
    "too much": (FORM, b"text=" + b"x" * 13_000_000),
}


@pytest.mark.parametrize("kind", BODIES)
def test_bodies_that_are_no_form(attack, kind):
    content_type, body = BODIES[kind]

    for role, where, _form in attack.forms():
        attack.post(role, where, body, content_type)


@pytest.mark.parametrize("sent", [b"%ed%a0%80", b"\xed\xa0\x80%ff", b"%00", b"%zz%u0041%"])
def test_bytes_that_are_no_text(attack, sent):
    for role, where, form in attack.forms():
        fields = {
            name: sent if name in form.typed else quote_plus(value).encode()
            for name, value in form.fields.items()
        }
        body = b"&".join(b"%s=%s" % (name.encode(), value) for name, value in fields.items())
        attack.post(role, where, body, FORM)


# UTF-7 and the escapes make lone surrogates, which no database takes; base64 makes no text.
@pytest.mark.parametrize(
    ("encoding", "sent"), [("utf-7", b"+2AA-"), ("unicode_escape", b"\\ud800"), ("base64", b"x")]
)
def test_an_encoding_that_is_not_ours(attack, encoding, sent):
    for role, where, form in attack.forms():
        parts = [
            b'--B\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
            % (name.encode(), sent if name in form.typed else value.encode())
            for name, value in form.fields.items()
        ]
        body, kind = b"".join(parts) + b"--B--\r\n", f"{PARTS}; charset={encoding}"
        attack.post(role, f"{where}?page=%2B2AA-&next=/\\ud800", body, kind)


def test_files_in_place_of_words(attack):
    for role, where, form in attack.forms():
        attack.post(role, where, {n: SimpleUploadedFile("a\0.txt", b"words") for n in form.fields})


def test_a_file_is_never_written_to_the_disk(attack, settings):
    settings.FILE_UPLOAD_TEMP_DIR = "/there/is/no/such/folder"
    small, large = b"x" * 3_000_000, b"x" * 13_000_000

    attack.post("guest", "/look/", {"theme": SimpleUploadedFile("a.txt", small)})
    assert attack.last.status_code == 302

    attack.post("guest", "/look/", {"theme": SimpleUploadedFile("a.txt", large)})
    assert attack.last.status_code == 413


QUERIES = [
    "-1", "9" * 5000, "1e400", "%00", "%ff%ed%a0%80", "%EF%BC%91", "//evil.example",
    "%0d%0aX:1", "http://[", "a" * 3000,
]  # fmt: skip
ASKED = ("page", "sort", "letter", "from", "to", "chapter", "next", "q", "code", "invitation")


@pytest.mark.parametrize("value", QUERIES, ids=range(len(QUERIES)))
def test_garbage_after_the_question_mark(attack, value):
    query = "&".join(f"{name}={value}" for name in ASKED) + f"&page[]={value}&{value}"

    for role in ("guest", "ada", "wren"):
        for _name, page in attack.pages():
            attack.ask("GET", role, f"{page}?{query}")


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "DELETE", "ODD"])
def test_every_other_method(attack, method):
    for role in ("guest", "ada", "wren"):
        for _name, page in attack.pages():
            attack.ask(method, role, page, data=b"a=1")


@pytest.mark.parametrize("number", ["0", "999999999999999999"])
def test_numbers_of_nothing(attack, number):
    attack.world.ids.update(dict.fromkeys(attack.world.ids, number))

    for role in ("guest", "ada", "wren"):
        for _name, page in attack.pages():
            attack.ask("GET", role, page)
            attack.post(role, page, MORE)


COOKIES = ["x", "abcdefgh\0", "a" * 4000, "age.w1.w999999999", "w\u0661", "[["]
PAGES = ("home", "account_login", "stories:story", "chapters:read", "desk:mine", "reviews:write")


@pytest.mark.parametrize("value", COOKIES, ids=range(len(COOKIES)))
@pytest.mark.parametrize(
    "name", ["storyhold_session", "storyhold_csrf", "passed", "theme", "messages"]
)
def test_cookies_that_we_never_set(attack, name, value):
    attack.cookies["guest"][name] = value

    for page in (page for name, page in attack.pages() if name in PAGES):
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


@pytest.mark.parametrize("headers", HEADERS, ids=range(len(HEADERS)))
def test_headers_that_make_no_sense(attack, headers):
    for role in ("guest", "ben"):
        for _name, page in attack.pages():
            attack.ask("GET", role, page, headers=headers)
            attack.post(role, page, MORE, headers=headers)


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
        self.cookies = {role: world.client(role).cookies for role in world.people}

    def forms(self) -> Iterator[tuple[str, str, Form]]:
        """Yield who may use a form, where it is sent, and the form; each address once.

        Addresses whose form stands nowhere in the world are yielded with the fields of `MORE`.
        """
        found: dict[str, tuple[str, str, Form]] = {}
        for role in ("ada", "wren", "ben", "guest"):
            for name, page in self.pages():
                for form in self._forms_on(page, role):
                    for action in form.actions:
                        deed = resolve(action.partition("?")[0]).view_name
                        if deed not in found or deed == name:
                            found[deed] = role, action, form
        for name, page in self.pages():
            found.setdefault(name, ("ada", page, Form([page], MORE, set(MORE))))
        yield from found.values()

    def _forms_on(self, page: str, role: str) -> list[Form]:
        answer = self.browser(role).get(page)
        if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
            return []
        forms = forms_on(page, answer.content.decode())
        return [Form(each.actions, MORE | each.fields, each.typed) for each in forms]

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield the name of every address, and the address in this world."""
        for name, parameters in every_address():
            yield name, address(self.world, name, parameters)

    def browser(self, role: str) -> Client:
        """Return a browser in which this person is signed in."""
        client = Client()
        client.cookies = SimpleCookie(self.cookies[role].output(header="", sep=";"))
        return client

    def post(self, role: str, where: str, body: object = None, kind: str = "", **more: Any) -> None:
        """Send a form, or a body of this content type."""
        if kind or isinstance(body, bytes):
            self.ask("POST", role, where, data=body, content_type=kind, **more)
            return
        with self._as_it_was(where, role):
            self.last = self.browser(role).post(where, body, **more)

    def ask(self, method: str, role: str, where: str, **more: Any) -> None:
        """Ask with any method."""
        with self._as_it_was(where, role):
            self.last = self.browser(role).generic(method, where, **more)

    @contextmanager
    def _as_it_was(self, where: str, role: str) -> Iterator[None]:
        before = transaction.savepoint()
        try:
            yield
        finally:
            transaction.savepoint_rollback(before)
            forget_archive()
            cache.clear()
        assert self.last.status_code < 500, f"{where} as {role}"
