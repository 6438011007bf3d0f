"""Whatever a program sends that is no browser, it is answered: never a 500.

The client raises what a view raises, so a fault fails with its own traceback.
"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import PASSWORD
from tests.house.attack import MORE

# It is read before any page asks the database.
pytestmark = [pytest.mark.django_db, pytest.mark.once]

FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=B"


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


def test_every_other_method(attack):
    for _name, page in attack.pages():
        for role, method in (("guest", "ODD"), ("wren", "HEAD"), ("wren", "ODD")):
            attack.ask(method, role, page, data=b"a=1")

    for role, page in attack.some_pages():
        attack.ask("OPTIONS", role, page)


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
