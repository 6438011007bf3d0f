"""Beta readers' notes on a draft, beside the paragraphs they are about."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import DESK, PHONE, PLAIN_PHONE, SampleArchive, Somebody
from tests.browser.readers import ByPointer

pytestmark = pytest.mark.browser

TITLE = "The Cartographer’s Aunt"
TEXT = """She drew the coast from memory.

The sea, for its part, had forgotten it.

At noon the two were compared."""


def test_beta_readers_note_on_a_draft(archive: SampleArchive, somebody: Somebody):
    author, member, guest = somebody(PHONE), somebody(DESK, archive.author), somebody(PLAIN_PHONE)
    author.register("Runa Vik")
    author.begin_a_story(TITLE, TEXT, press="Save as draft")

    link = make_link(author)
    note_at_second_paragraph(member, link, "Who says so?")
    guest.open(link)
    guest.follow("Chapter 1")
    guest.fill("Your name", "Aunt Ragna")
    leave_note(guest, "I am not in it.")

    see_notes(author)
    mark_as_done(author)


def make_link(author: ByPointer) -> str:
    """Return the path behind a new private link."""
    author.follow("Beta readers")
    author.fill("For whom?", "Marlow, and my aunt")
    author.press("Make a link")
    author.sees("A private link for Marlow, and my aunt")
    return author.field("The link").input_value().removeprefix(author.address)


def note_at_second_paragraph(reader: ByPointer, link: str, text: str) -> None:
    reader.open(link)
    reader.follow("Chapter 1")
    reader.follow("Write a note on paragraph 2")
    expect(reader.page.locator("#note ~ blockquote")).to_contain_text("had forgotten it")
    leave_note(reader, text)


def leave_note(reader: ByPointer, text: str) -> None:
    reader.fill("Your note", text)
    reader.press("Leave the note")
    expect(reader.page.locator(".beta-note", has_text=text)).to_be_visible()


def see_notes(author: ByPointer) -> None:
    author.open("/account/notices/")
    author.use(author.page.get_by_role("link", name=f"left notes on “{TITLE}”").first)
    beside_the_second = beside(author, "had forgotten it")
    expect(beside_the_second).to_contain_text("Marlow Quill")
    expect(beside_the_second).to_contain_text("Who says so?")
    expect(author.page.locator(".beta-note", has_text="Aunt Ragna")).to_be_visible()


def mark_as_done(author: ByPointer) -> None:
    author.use(beside(author, "had forgotten it").get_by_role("button", name=re.compile("^Done")))
    expect(beside(author, "had forgotten it").get_by_text("Done", exact=True)).to_be_visible()
    expect(author.page.get_by_role("button", name="Not done yet")).to_have_count(1)


def beside(author: ByPointer, words: str) -> Locator:
    """Return what stands beside the paragraph with these words."""
    row = author.page.locator(".annotated__row", has=author.page.get_by_text(words))
    return row.locator(".annotated__notes")
