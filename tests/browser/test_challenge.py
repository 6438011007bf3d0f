"""A challenge is posed by one and answered by another."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PLAIN_PHONE, Somebody
from tests.browser.readers import ByPointer

pytestmark = pytest.mark.browser

CHALLENGE = "A Door in a Field"
STORY = "No Wall on Either Side"


def test_a_challenge_is_answered_with_a_story(somebody: Somebody):
    poser, writer = somebody(), somebody(PLAIN_PHONE)
    poser.register("Ansel Grove")
    writer.register("Thea Moor")

    pose(poser)
    writer.begin_a_story(STORY, "It opened inwards.", press="Publish")
    answer(writer)

    seen_on_both_sides(somebody(PLAIN_PHONE))
    poser.open("/account/notices/")
    poser.use(poser.page.get_by_role("link", name=f"“{STORY}” answers your challenge"))
    poser.sees(STORY)


def pose(poser: ByPointer) -> None:
    poser.open("/")
    poser.follow("Challenges")
    poser.follow("Pose a challenge")
    poser.fill("Title", CHALLENGE)
    poser.fill("The challenge", "Who put it there? *Nobody* may go through.")
    poser.fill("Categories, characters, other tags", "Fantasy")
    poser.press("Pose it")
    poser.sees("posed by")


def answer(writer: ByPointer) -> None:
    writer.open("/")
    writer.follow("Challenges")
    writer.follow(CHALLENGE)
    writer.follow("Answer it")
    writer.choose(writer.page.get_by_role("checkbox", name=STORY))
    writer.press("Save")
    expect(writer.page.locator("main").get_by_role("link", name=STORY)).to_be_visible()


def seen_on_both_sides(guest: ByPointer) -> None:
    guest.open("/challenges/")
    guest.follow(CHALLENGE)
    guest.follow(STORY)
    guest.sees("Answers the challenge")
    guest.follow(CHALLENGE)
    expect(guest.page.locator("h1")).to_have_text(CHALLENGE)
