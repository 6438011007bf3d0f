"""Keeping a story on a phone, and reading it where there is no connection."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, SampleArchive, Somebody
from tests.browser.readers import ByPointer

pytestmark = pytest.mark.browser

TITLE = "The Night Ferry"


def test_what_a_reader_keeps_and_follows_is_read_without_a_connection(
    archive: SampleArchive, somebody: Somebody
):
    writer, guest, member = somebody(), somebody(PHONE), somebody(PHONE, archive.author)
    writer.register("Ilse Marten")
    writer.begin_a_story(TITLE, "The last boat left at nine.", press="Publish")
    go_on(writer, "The Far Side", "Nobody was on the pier.")

    keep(guest)
    follow(member)
    read_without_a_connection(guest)
    read_without_a_connection(member)

    go_on(writer, "Morning", "The gulls knew first.")
    for reader in (guest, member):
        visit_again(reader)
        reader.page.context.set_offline(True)
        open_story(reader)
        reader.follow("Morning")
        reader.sees("The gulls knew first.")
        reader.page.context.set_offline(False)

    sign_out(member)
    member.page.context.set_offline(True)
    member.open("/offline/")
    member.sees("Nothing is kept here.")

    take_it_off(guest)


def go_on(writer: ByPointer, chapter: str, text: str) -> None:
    writer.open("/desk/")
    writer.follow(TITLE)
    writer.follow("Write a new chapter")
    writer.write_a_chapter(chapter, text)


def find(reader: ByPointer) -> None:
    reader.open("/stories/recent/")
    reader.follow(TITLE)


def keep(reader: ByPointer) -> None:
    find(reader)
    reader.press("Keep on this device")
    expect(reader.link("Kept on this device")).to_be_visible()


def follow(reader: ByPointer) -> None:
    find(reader)
    reader.press("Tell me of new chapters")
    reader.open("/subscriptions/")
    reader.follow("Keep these stories on this device")
    reader.tick("Keep here what I follow")
    expect(reader.link(TITLE)).to_be_visible()


def open_story(reader: ByPointer) -> None:
    """By any address of the archive: where no page can be had, what is kept is listed."""
    reader.open("/top/")
    reader.sees("On this device")
    reader.follow(TITLE)


def read_without_a_connection(reader: ByPointer) -> None:
    reader.page.context.set_offline(True)
    open_story(reader)
    reader.follow("Start reading")
    reader.sees("The last boat left at nine.")
    reader.page.reload()
    reader.use(reader.page.locator("a[rel=next]").first)
    reader.sees("Nobody was on the pier.")
    # It looks as it does with a connection.
    assert reader.page.evaluate("getComputedStyle(document.body).fontFamily") != '"Times New Roman"'
    reader.page.context.set_offline(False)


def visit_again(reader: ByPointer) -> None:
    """Come back after a while, which brings what is new."""
    reader.page.evaluate("caches.delete('storyhold-looked')")
    here = reader.page.get_by_role("listitem").filter(has_text=TITLE)
    reader.open_until("/offline/", here.filter(has_text="3 chapters"))


def sign_out(reader: ByPointer) -> None:
    reader.open("/account/sign-out/")
    reader.press("Sign out")
    expect(reader.page.get_by_role("link", name="Sign in")).to_be_visible()


def take_it_off(reader: ByPointer) -> None:
    reader.open("/offline/")
    reader.use(reader.page.get_by_role("button", name="Take it off"))
    reader.sees("Nothing is kept here.")
    reader.page.context.set_offline(True)
    reader.open("/")
    reader.sees("Nothing is kept here.")
    reader.page.context.set_offline(False)
