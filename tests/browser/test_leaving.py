"""Leaving the archive: with everything of one's own, after fourteen days, without one's name."""

from datetime import UTC, datetime, timedelta
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, SampleArchive, Somebody
from tests.browser.readers import PASSWORD, ByPointer

pytestmark = pytest.mark.browser

NAME = "Wilmot Heath"
TITLE = "Notes from a Dry Well"
TEXT = "There was a ladder, once."


def test_a_member_leaves_and_the_story_stays(archive: SampleArchive, somebody: Somebody):
    member = somebody(PHONE)
    member.register(NAME)
    member.begin_a_story(TITLE, TEXT, press="Publish")
    member.follow("See it as they do")
    story = member.page.url.removeprefix(archive.address)

    take_package(member)
    ask_to_leave(member)
    member.press("I stay")
    member.sees("You stay. Nothing was deleted.")
    ask_to_leave(member)
    archive.days_pass(14)

    member.open("/account/leaving/")
    expect(member.button("Sign in")).to_be_visible()
    member.sign_in(NAME, PASSWORD)
    member.sees("This name and password do not belong together.")
    member.open(story)
    member.sees("by A former member")
    member.sees(TEXT)
    expect(member.page.locator("body")).not_to_contain_text(NAME)


def take_package(member: ByPointer) -> None:
    member.open("/account/")
    member.follow("Take a copy, or leave")
    with member.page.expect_download() as download:
        member.follow("Download my package")
    with ZipFile(download.value.path()) as package:
        assert package.testzip() is None
        text = next(name for name in package.namelist() if name.endswith("text.html"))
        assert TEXT in package.read(text).decode()


def ask_to_leave(member: ByPointer) -> None:
    member.choose(member.page.get_by_label("They stay, without my name"))
    member.fill("Your password", PASSWORD)
    member.press("Delete my account in fourteen days")
    day = datetime.now(UTC) + timedelta(days=14)
    member.sees(f"Your account will be deleted on {day.day} {day:%B %Y}")
