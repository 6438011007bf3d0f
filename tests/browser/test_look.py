"""Choosing how one likes to read, and finding it so on the next page and the other device."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, PLAIN_PHONE, SampleArchive, Somebody
from tests.browser.readers import ByPointer

pytestmark = pytest.mark.browser

CHAPTER = "/stories/9/chapters/1/"  # of the sample
DARK = "rgb(25, 22, 19)"
# What the page looked like when its body began, and in each frame that was drawn since.
WATCH = """
  window.seen = { atBody: null, drawn: new Set() };
  new MutationObserver((_, watcher) => {
    if (!document.body) return;
    seen.atBody = document.documentElement.dataset.theme;
    watcher.disconnect();
  }).observe(document, { childList: true, subtree: true });
  requestAnimationFrame(function look() {
    if (document.body) seen.drawn.add(getComputedStyle(document.documentElement).backgroundColor);
    requestAnimationFrame(look);
  });
"""
# How far things moved by themselves while the page came, as browsers measure it.
MEASURE = """
  window.moved = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) moved += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
"""
TOP = "document.querySelectorAll('.chapter .prose > p')[12].getBoundingClientRect().top"


def test_a_guests_choice_lasts_and_no_page_is_first_light_and_then_dark(somebody: Somebody):
    guest = somebody()
    guest.page.add_init_script(WATCH)
    choose_dark(guest)

    guest.open("/stories/")

    assert guest.page.evaluate("seen.atBody") == "dark"
    assert guest.page.evaluate("[...seen.drawn]") == [DARK]
    open_the_look(guest)
    expect(guest.page.get_by_label("Dark", exact=True)).to_be_checked()


def test_a_guests_choice_lasts_without_javascript(somebody: Somebody):
    guest = somebody(PLAIN_PHONE)
    choose_dark(guest)
    guest.use(guest.page.get_by_role("button", name="Keep this look"))

    guest.open("/stories/")

    background = "getComputedStyle(document.documentElement).backgroundColor"
    assert guest.page.evaluate(background) == DARK
    open_the_look(guest)
    expect(guest.page.get_by_label("Dark", exact=True)).to_be_checked()


def test_a_members_face_is_the_same_on_their_other_device_and_nothing_jumps(
    somebody: Somebody, archive: SampleArchive
):
    phone, desk = somebody(PHONE, archive.author), somebody(sign_in=archive.author)
    desk.page.add_init_script(MEASURE)
    begin_to_read(phone)
    phone.page.evaluate(f"scrollBy(0, {TOP})")

    choose_while_reading(phone, "Literata")
    choose_while_reading(phone, "Apart")

    assert abs(phone.page.evaluate(TOP)) < 2  # where it was, though all above it is longer
    begin_to_read(desk)
    desk.page.wait_for_load_state("networkidle")
    expect(desk.page.locator("html")).to_have_attribute("data-spacing", "wide")
    assert desk.page.evaluate("document.fonts.check('1em Literata')")
    assert desk.page.evaluate("moved") == 0

    with desk.page.expect_response("**/look/"):
        open_the_panel(desk)
        desk.use(desk.page.get_by_role("button", name="As it was at first"))
    expect(desk.page.locator("html")).to_have_attribute("data-face", "serif")
    begin_to_read(phone)
    expect(phone.page.locator("html")).to_have_attribute("data-face", "serif")


def test_single_keys_lead_through_a_story_until_they_are_switched_off(
    somebody: Somebody, archive: SampleArchive
):
    reader = somebody(sign_in=archive.archivist)
    begin_to_read(reader)
    keyboard = reader.page.keyboard

    keyboard.press("?")
    keys = reader.page.get_by_role("dialog", name="Keys while reading")
    expect(keys).to_contain_text("Next chapter")
    expect(keys).to_contain_text("Follow the story")
    expect(keys).not_to_contain_text("Previous chapter", use_inner_text=True)
    keyboard.press("Escape")
    expect(keys).to_be_hidden()
    keyboard.press("n")
    expect(reader.page).to_have_url(re.compile("/chapters/2/$"))

    # What is typed is typed.
    field = reader.page.locator("main textarea").first
    field.press_sequentially("pcn?")
    expect(field).to_have_value("pcn?")
    field.evaluate("field => { field.value = ''; field.blur() }")

    keyboard.press("l")
    reader.choose(reader.page.get_by_role("group", name="Keys while").get_by_label("Off"))
    keyboard.press("p")
    expect(reader.page).to_have_url(re.compile("/chapters/2/$"))


def begin_to_read(reader: ByPointer) -> None:
    reader.open(CHAPTER)
    expect(reader.page.locator(".chapter .prose")).to_be_visible()


def open_the_panel(reader: ByPointer) -> None:
    if not reader.page.locator(".reading-panel[open]").count():
        reader.page.keyboard.press("l")  # the button is away while one scrolls on


def choose_while_reading(reader: ByPointer, name: str) -> None:
    open_the_panel(reader)
    radio = reader.page.locator(".reading-panel").get_by_label(name, exact=True)
    with reader.page.expect_response("**/look/"):
        reader.choose(radio)
    value = radio.get_attribute("value")
    name = radio.get_attribute("name")
    expect(reader.page.locator("html")).to_have_attribute(f"data-{name}", value)


def choose_dark(reader: ByPointer) -> None:
    reader.open("/")
    open_the_look(reader)
    reader.choose(reader.page.get_by_label("Dark", exact=True))


def open_the_look(reader: ByPointer) -> None:
    reader.use(reader.page.locator("summary", has_text="Look of the pages"))
