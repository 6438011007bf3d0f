"""The whole way of a first story: written, published, read, reviewed, answered."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SampleArchive
from tests.browser.readers import PASSWORD, ByKeyboard, ByPointer, Person

pytestmark = pytest.mark.browser

FIRST = """“Is anyone there?” she called -- and heard the sea.

*You *must* hear me,* he thought. *Please.*

***

Nobody answered."""
SECOND = "The lamp went out at four.\n\nIt was lit again at five."
SENTENCE = "You must log in (register) to review."


def test_by_keyboard(archive: SampleArchive, page: Page):
    write_read_review_answer(ByKeyboard(page, archive.address), archive, "Tern Keyes")


def test_without_javascript(archive: SampleArchive, page_without_javascript: Page):
    person = ByPointer(page_without_javascript, archive.address)
    write_read_review_answer(person, archive, "Nell Plain")


def write_read_review_answer(person: Person, archive: SampleArchive, pen_name: str) -> None:
    person.register(pen_name)
    chapter = write_two_chapters(person, title=f"Low Water, by {pen_name}")
    sign_out(person)

    read_as_guest(person, chapter)
    review_as_member(person, archive, chapter)
    sign_out(person)

    answer_as_author(person, chapter, pen_name)


def write_two_chapters(person: Person, *, title: str) -> str:
    """Write, preview and publish; return the path of the first chapter."""
    person.follow("Write")
    person.fill("Title", title)
    person.choose(person.page.get_by_role("radio", name=re.compile("^General")))
    person.fill("Chapter title", "The Door")
    person.fill("Text", FIRST)
    person.press("Preview")
    nested = person.page.locator(".prose em em")
    expect(nested).to_have_text("must")
    assert nested.evaluate("element => getComputedStyle(element).fontStyle") == "normal"
    person.press("Publish")

    person.follow("Write a new chapter")
    person.fill("Chapter title", "The Lamp")
    person.fill("Text", SECOND)
    person.press("Preview")
    person.sees("It was lit again at five.")
    person.press("Publish")

    person.open("/stories/?sort=newest")
    person.follow(title)
    story = re.search(r"/stories/(\d+)", person.page.url)
    assert story
    return f"/stories/{story[1]}/chapters/1/"


def read_as_guest(person: Person, chapter: str) -> None:
    person.open(chapter)
    expect(person.page.locator("h1")).to_contain_text("The Door")
    person.sees("“Is anyone there?” she called")
    expect(person.page.locator(".prose hr.scene-break")).to_have_count(1)
    expect(person.page.get_by_text(SENTENCE, exact=True)).to_be_visible()


def review_as_member(person: Person, archive: SampleArchive, chapter: str) -> None:
    person.follow("log in")
    person.sign_in(*archive.author)
    expect(person.page).to_have_url(re.compile(re.escape(archive.address + chapter)))
    person.fill("Your review", "I could *hear* that sea.")
    person.choose(person.page.locator('main input[name="rating"][value="9"]'))
    person.press("Send the review")
    review = person.page.locator(".review")
    expect(review).to_contain_text("I could hear that sea.")
    expect(review.get_by_role("img", name="4½ stars")).to_be_visible()


def answer_as_author(person: Person, chapter: str, pen_name: str) -> None:
    person.open("/account/sign-in/")
    person.sign_in(pen_name, PASSWORD)
    person.open(chapter)
    person.follow("Answer")
    person.fill("Your answer", "It was a recording of my bath.")
    person.press("Send the answer")
    expect(person.page.locator(".review")).to_contain_text("It was a recording of my bath.")


def sign_out(person: Person) -> None:
    person.open("/account/sign-out/")
    person.press("Sign out")
    person.follow("Sign in")
