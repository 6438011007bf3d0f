"""The front server's configuration in the docs says of a page what we say of it."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[3] / "docs/how-to/run-behind-a-front-server.md"
# These depend on the file and on the way to it.
OWN = {"Content-Length", "Cache-Control", "Vary", "Strict-Transport-Security", "Content-Type"}


def policy(value: str) -> list[str]:
    return sorted(part.strip() for part in value.split(";"))


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize("word", ["add_header", "header"])
def test_files_come_with_the_headers_of_pages(client, word):
    listed = re.findall(rf'^ +{word} ([A-Z][\w-]+) "(.*)";?$', PAGE.read_text(), re.MULTILINE)

    answer = client.get("/")

    sent = {name: policy(value) for name, value in answer.headers.items() if name not in OWN}
    documented = {name: policy(value) for name, value in listed if name not in OWN}
    ours = {name: value for name, value in sent.items() if not name.startswith("Storyhold")}
    assert documented == ours


def test_nobody_gets_a_file_whose_page_depends_on_a_cookie():
    named = re.findall(r"\((storyhold_session[a-z|_]*)\)", PAGE.read_text())

    for cookies in named:
        assert set(cookies.split("|")) == {
            "storyhold_session", "messages", "plain", "passed", "contents", "sort",
        }  # fmt: skip
    assert len(named) == 2
