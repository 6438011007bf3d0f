"""A program that many readers keep their books with reads ours."""

import subprocess
from pathlib import Path

import pytest

from storyhold.exporters.formats.epub.writing import write
from tests.exporters.books import MADE_AT, a_book, a_story

pytestmark = pytest.mark.once


def told_by(*command: object) -> str:
    """What one of Calibre's commands says; it needs no screen."""
    ran = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True)
    return ran.stdout


def test_calibre_finds_the_story_and_what_is_said_of_it(tmp_path: Path) -> None:
    file = tmp_path / "story.epub"
    hebrew = '<p lang="he" dir="rtl">שלום</p>\n<p><em>You <em>must</em> hear me.</em></p>'
    with file.open("wb") as opened:
        write(a_book(a_story("<p>The lamp was lit.</p>", hebrew)), opened, made_at=MADE_AT)

    said = told_by("ebook-meta", file)
    told_by("ebook-convert", file, tmp_path / "story.txt")
    text = (tmp_path / "story.txt").read_text(encoding="utf-8")

    facts = {name.strip(): value for name, _, value in (x.partition(":") for x in said.split("\n"))}
    assert facts["Title"].strip() == "The Piano at Low Water"
    assert facts["Author(s)"].strip().startswith("Ada & Ben")
    assert facts["Series"].strip() == "The Tide Books #3"
    assert facts["Publisher"].strip() == "The Lamp Room"
    assert facts["Languages"].strip() == "eng"
    assert text.index("The lamp was lit.") < text.index("שלום") < text.index("hear me.")
