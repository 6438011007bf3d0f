"""Stopping in the middle of a chapter, and coming back: as a guest, a member, without a script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESK, PHONE, PLAIN_PHONE, SampleArchive, Somebody
from tests.browser.readers import ByPointer

pytestmark = pytest.mark.browser

STORY = "Seed Year"
CONTINUE = "Continue where you were"
# All that has moved by itself since the page began to be made.
WATCH = """
window.moved = 0;
const add = (list) => list.getEntries().forEach((each) => {
  if (!each.hadRecentInput) window.moved += each.value;
});
new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
"""


def come(somebody: Somebody, device=DESK, sign_in=None) -> ByPointer:
    person = somebody(device, sign_in)
    person.page.context.add_init_script(WATCH)
    return person


def address_of(person: ByPointer, story: str) -> str:
    person.open("/")
    blurb = person.page.locator(".blurb").get_by_role("link", name=story, exact=True)
    return blurb.first.get_attribute("href").rstrip("/")


def read_until(page: Page, paragraph: int) -> None:
    page.locator(f"#p{paragraph}").evaluate("all => all.scrollIntoView()")


def top_of(page: Page, paragraph: int) -> float:
    return page.locator(f"#p{paragraph}").evaluate("one => one.getBoundingClientRect().top")


def is_at_the_top(page: Page, paragraph: int) -> bool:
    page.wait_for_load_state()
    return -1 <= top_of(page, paragraph) <= 60


def nothing_moved(person: ByPointer) -> None:
    # What fills one of our slots late moves a whole page; 0.1 is what browsers still call good.
    assert person.page.evaluate("window.moved") < 0.01


def test_a_guest_comes_back_and_takes_the_place_into_an_account(
    archive: SampleArchive, somebody: Somebody
):
    reader = come(somebody, PHONE)
    page = reader.page
    story = address_of(reader, STORY)

    reader.open(f"{story}/chapters/5/")
    read_until(page, 9)
    page.reload()
    assert is_at_the_top(page, 9)
    nothing_moved(reader)

    reader.open("/")
    reader.sees(CONTINUE)
    reader.sees("Chapter 5")
    nothing_moved(reader)
    reader.open(f"{story}/chapters/2/")
    reader.sees("You stopped in chapter 5.")
    nothing_moved(reader)
    # As if two paragraphs had been put before it since, and the last chapter were new.
    page.evaluate(
        "const all = JSON.parse(localStorage['storyhold.places']);"
        "Object.assign(Object.values(all)[0], { paragraph: 7, newest: 0 });"
        "localStorage['storyhold.places'] = JSON.stringify(all)"
    )
    reader.open("/")
    reader.sees("1 new chapter since you read")
    nothing_moved(reader)
    reader.open(story)
    reader.sees("1 new chapter since you read.")
    nothing_moved(reader)
    reader.follow(CONTINUE)
    assert is_at_the_top(page, 9)
    nothing_moved(reader)

    reader.open("/account/sign-in/")
    reader.sign_in(*archive.author)
    reader.sees("This device remembers where you stopped in 1 story")
    nothing_moved(reader)
    reader.press("Keep it with my account")
    reader.sees("Where you stopped in 1 story is kept with your account now.")
    reader.open("/")
    expect(page.get_by_text("This device remembers")).to_be_hidden()
    reader.open(story)
    reader.sees("You stopped in chapter 5.")


def test_a_member_goes_on_with_another_device_and_begins_again(
    archive: SampleArchive, somebody: Somebody
):
    phone = come(somebody, PHONE, archive.archivist)
    desk = come(somebody, DESK, archive.archivist)
    story = address_of(phone, STORY)

    phone.open(f"{story}/chapters/3/")
    read_until(phone.page, 8)
    phone.open("/")

    desk.open_until(story, desk.page.locator("a[href$='/chapters/3/#p8']"))
    nothing_moved(desk)
    desk.follow(CONTINUE)
    assert is_at_the_top(desk.page, 8)
    nothing_moved(desk)

    desk.open(f"{story}/chapters/1/")
    desk.sees("You stopped in chapter 3.")
    desk.press("Start here")
    phone.open(story)
    phone.sees("You stopped in chapter 1.")
    phone.press("For later")
    phone.open("/reading/later/")
    expect(phone.page.locator("main")).to_contain_text(STORY)


def test_without_a_script_the_chapter_is_remembered(archive: SampleArchive, somebody: Somebody):
    reader = somebody(PLAIN_PHONE, archive.archivist)
    story = address_of(reader, "The Longbourn Inventory")

    reader.open(f"{story}/chapters/4/")
    reader.open("/")

    reader.page.locator(".reading-on").get_by_role("link", name="The Longbourn Inventory").click()
    expect(reader.page).to_have_url(re.compile(r"/chapters/4/$"))


def test_a_device_remembers_nothing_when_it_is_told_so(archive: SampleArchive, somebody: Somebody):
    reader = come(somebody)
    story = address_of(reader, STORY)
    reader.open(f"{story}/chapters/2/")
    reader.open("/reading/device/")
    nothing_moved(reader)
    reader.sees("Chapter 2")

    reader.press("Remember nothing on this device")
    reader.press("Forget it all")
    reader.open(f"{story}/chapters/3/")
    reader.open("/reading/device/")

    reader.sees("Nothing is remembered on this device any more.")
    expect(reader.page.locator("main")).not_to_contain_text(STORY)
