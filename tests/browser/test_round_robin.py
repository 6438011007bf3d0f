"""A story by three: each adds chapters, and nobody can change another's."""

import re
from collections.abc import Sequence

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, PLAIN_PHONE, SampleArchive, Somebody
from tests.browser.readers import ByPointer

pytestmark = pytest.mark.browser

TITLE = "The Long Ferry"
WRITERS = ("Ivo Marsh", "Petra Lund", "Sefton Gale")


def test_three_members_write_a_round_robin(archive: SampleArchive, somebody: Somebody):
    people = starter, second, third = somebody(), somebody(PHONE), somebody(PLAIN_PHONE)
    for person, name in zip(people, WRITERS, strict=True):
        person.register(name)

    starter.begin_a_story(TITLE, "The ferry left without a captain.", press="Publish")
    starter.press("Make it a round robin")
    starter.follow("See it as readers do")
    story = starter.page.url.removeprefix(archive.address)
    contribute(second, story, "The Captain", "The captain was in the bakery.")
    contribute(third, story, "The Bakery", "The bakery was already at sea.")

    each_chapter_shows_who_wrote_it(third, story)
    nobody_can_change_anothers(people)


def contribute(person: ByPointer, story: str, title: str, text: str) -> None:
    person.open(story)
    person.follow("Contribute a chapter")
    person.write_a_chapter(title, text)


def each_chapter_shows_who_wrote_it(person: ByPointer, story: str) -> None:
    for number, name in enumerate(WRITERS, start=1):
        person.open(f"{story}chapters/{number}/")
        person.sees(f"This chapter is by {name}.")


def nobody_can_change_anothers(people: Sequence[ByPointer]) -> None:
    forms = [form_of_the_only_chapter(person) for person in people]
    assert len(set(forms)) == len(people)
    for person, own in zip(people, forms, strict=True):
        for form in forms:
            person.open(form)
            expect(person.button("Save")).to_have_count(int(form == own))


def form_of_the_only_chapter(person: ByPointer) -> str:
    """Return the path of the form for the one chapter that this person may write on."""
    person.open("/desk/")
    person.follow(TITLE)
    person.use(person.page.locator("main").get_by_role("link", name=re.compile("^Write ?:")))
    expect(person.button("Save")).to_be_visible()
    return person.page.url.removeprefix(person.address)
