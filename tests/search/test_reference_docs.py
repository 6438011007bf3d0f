"""The reference of search words says what is so."""

import re
from pathlib import Path

import pytest

from storyhold.search.index import Where
from storyhold.search.question import AND, MOST_TERMS, NOT, OR, read
from storyhold.web.parts.listing.questions import LONGEST_ANSWER

pytestmark = pytest.mark.once

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "search.md").read_text()
TYPED = re.findall(r"^\| `(.+?)` \|", PAGE, re.MULTILINE)


def test_every_mark_is_in_the_reference():
    said = PAGE.replace("\\|", "|")

    for mark in (*OR[:2], *AND[:2], AND[-1], *NOT):
        assert f" {mark} " in said or f"`{mark} " in said, mark
    assert {"-", "*", '"'} <= set("".join(TYPED))
    assert f"At most {MOST_TERMS} words or phrases, and {LONGEST_ANSWER} letters" in PAGE
    addresses = (Path(__file__).resolve().parents[2] / "docs/reference/addresses.md").read_text()
    for where in Where:
        assert where == Where.EVERYTHING or f"`{where}`" in addresses or f"?in={where}" in addresses


def test_every_example_of_the_reference_is_understood():
    assert len(TYPED) == 6
    for typed in TYPED:
        question = read(typed)
        assert question, typed
        assert not question.remarks, typed
