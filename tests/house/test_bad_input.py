"""Whatever anybody sends, wherever they send it, is answered: never a 500.

The client raises what a view raises, so a fault fails with its own traceback.
"""

from http.cookies import SimpleCookie

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.house.attack import MORE

pytestmark = pytest.mark.django_db

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
# What a database may refuse; what our own code may, is the same on all of them.
REFUSED_BY_POSTGRESQL = ("NUL", "no characters", "long number")


def test_garbage_in_every_form(attack):
    seen = set()
    all_kinds = REFUSED_BY_POSTGRESQL if connection.vendor == "postgresql" else TYPED

    for role, where, form in attack.forms():
        kinds = A_FEW if frozenset(form.typed) in seen else all_kinds
        for kind in kinds if form.typed else ():
            attack.post(role, where, form.fields | dict.fromkeys(form.typed, TYPED[kind]))
        # What nobody types, too: now one half of the fields has a letter too odd, now the other.
        odd, even = sorted(form.fields)[::2], sorted(form.fields)[1::2]
        numbers = dict.fromkeys(form.fields, TYPED["number"])
        attack.post(role, where, numbers | dict.fromkeys(odd, TYPED["NUL"]))
        if frozenset(form.fields) not in seen:
            attack.post(role, where, numbers | dict.fromkeys(even, TYPED["NUL"]))
        attack.post(role, where, form.fields)
        attack.post(role, where, {})
        seen |= {frozenset(form.typed), frozenset(form.fields)}


MEGABYTES = ["<div><i>" * 125_000, "*_<&\u05d0 &#x202e; " * 65_000]
LONG = {
    "desk:new": ("text", "summary", "opening_note", "tags_freeform", "title"),
    "people:edit_pen_name": ("bio",),
    "archive:rules": ("terms",),
}


@pytest.mark.parametrize("page", LONG)
def test_a_megabyte_in_one_field(attack, page):
    forms = list(attack.forms(page))

    for name in LONG[page]:
        role, where, form = next(each for each in forms if name in each[2].typed)
        for text in MEGABYTES:
            attack.post(role, where, form.fields | {name: text})


QUERIES = ["-1", "9" * 5000, "%00%ff%ed%a0%80", "//evil.example%0d%0aX:1"]
ASKED = (
    "page", "sort", "letter", "from", "to", "chapter", "next", "q", "code", "invitation",
    "answer", "category", "character", "complete", "days", "fandom", "genre", "language", "name",
    "of", "paragraph", "path", "rating", "state", "tag", "within", "words",
)  # fmt: skip


def test_garbage_after_the_question_mark(attack):
    tried = set()

    for role in ("guest", "wren"):
        for page in attack.pages_open_to(role, but_not=tried):
            tried.add(page)
            for value in QUERIES:
                query = "&".join(f"{name}={value}" for name in ASKED)
                attack.ask("GET", role, f"{page}?{query}&page[]={value}&{value}")


def test_numbers_of_nothing(attack):
    # Of old addresses, no part is a number.
    names = [name for name in attack.world.ids if name not in ("path", "folder")]
    attack.world.ids.update(dict.fromkeys(names, "999999999999999999"))

    for _name, page in attack.pages():
        if "999" in page:
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


def test_set_up_takes_no_garbage():
    names = ("code", "name", "tagline", "pen_name", "email", "password1", "password2", "sample")

    for typed in TYPED.values():
        cache.clear()
        answer = Client().post(reverse("archive:set_up"), dict.fromkeys(names, typed))

        assert answer.status_code == 422
