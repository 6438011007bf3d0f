"""Finding a story, keeping it, hearing that it goes on, and wanting no more mail."""

import re
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, SampleArchive, Somebody
from tests.browser.readers import ByPointer

pytestmark = pytest.mark.browser

TITLE = "The Tide Clerk"
KIND = "New chapters of stories I follow"


def test_a_reader_is_told_of_news_until_they_want_no_more_mail(
    archive: SampleArchive, somebody: Somebody
):
    writer = somebody()
    reader, archivist = somebody(PHONE, archive.author), somebody(sign_in=archive.archivist)
    writer.register("Oda Finch")
    writer.begin_a_story(TITLE, "Low water was at four.", press="Publish")

    want_mail_at_once(reader)
    find_by_narrowing(reader)
    keep_and_follow(reader)

    go_on(writer, "High Water")
    is_told(reader)
    archive.days_pass(1)
    letter = letter_about(archivist, "High Water")
    read_the_notice(reader, "Chapter 2: High Water")

    want_no_more_mail(somebody(PHONE), letter)
    go_on(writer, "Slack Water")
    is_told(reader)
    archive.days_pass(1)
    archivist.open("/office/letters/")
    expect(archivist.page.locator("main")).not_to_contain_text("Slack Water")
    read_the_notice(reader, "Chapter 3: Slack Water")


def want_mail_at_once(reader: ByPointer) -> None:
    reader.open("/account/notices/")
    reader.press("Mark all as read")
    reader.follow("Choose what you are told")
    reader.pick(KIND, "Here, and by mail at once")
    reader.press("Save")
    reader.sees("Your choices are saved.")


def find_by_narrowing(reader: ByPointer) -> None:
    reader.open("/")
    reader.follow("Stories")
    narrow = reader.page.get_by_role("form", name="Narrow and sort")
    reader.use(narrow.get_by_text("Narrow the list"))
    reader.pick("Rating", "General")
    reader.pick("State", "In progress")
    reader.press("Show these stories")
    reader.sees("Take away: State: In progress")
    reader.pick("Order", "Newest first")
    reader.press("Show")
    expect(reader.page).to_have_url(re.compile(r"\?sort=newest&rating=1-general&complete=no$"))
    reader.follow(TITLE)


def keep_and_follow(reader: ByPointer) -> None:
    reader.press("Add to favorites")
    reader.follow("Add a comment, or keep it to yourself")
    reader.fill("Your comment", "The *ledger* is the best of it.")
    reader.tick("Tell me when there is something new")
    reader.press("Save")
    reader.sees("Your favorite is saved.")
    reader.follow("One of your favorites")


def go_on(writer: ByPointer, chapter: str) -> None:
    writer.open("/desk/")
    writer.follow(TITLE)
    writer.follow("Write a new chapter")
    writer.write_a_chapter(chapter, "The lamp went out, and nobody wrote it down.")


def is_told(reader: ByPointer) -> None:
    reader.open_until("/", reader.page.get_by_role("link", name="1 unread notice"))


def letter_about(archivist: ByPointer, chapter: str) -> Page:
    archivist.open("/office/letters/")
    archivist.use(archivist.page.get_by_role("link", name=chapter))
    archivist.sees("To marlow@example.org")
    return archivist.page


def read_the_notice(reader: ByPointer, chapter: str) -> None:
    reader.open("/")
    reader.use(reader.page.get_by_role("link", name="1 unread notice"))
    reader.use(reader.page.get_by_role("link", name=f"“{TITLE}” goes on: {chapter}."))
    reader.sees("nobody wrote it down")
    expect(reader.page.get_by_role("link", name="unread notice")).to_have_count(0)


def want_no_more_mail(stranger: ByPointer, letter: Page) -> None:
    stop = letter.locator("main a", has_text="/letters/stop/").first.get_attribute("href")
    stranger.open(urlsplit(stop).path)
    stranger.sees(KIND)
    stranger.press("Stop it")
    stranger.sees("It is stopped")
    # What a mail program does by itself, at a press of its own button.
    assert urlopen(stop, b"List-Unsubscribe=One-Click").status == 200
