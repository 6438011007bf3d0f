"""Choosing how one likes to read, and finding it so on the next page."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PLAIN_PHONE, Somebody
from tests.browser.readers import ByPointer

pytestmark = pytest.mark.browser

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


def choose_dark(reader: ByPointer) -> None:
    reader.open("/")
    open_the_look(reader)
    reader.choose(reader.page.get_by_label("Dark", exact=True))


def open_the_look(reader: ByPointer) -> None:
    reader.use(reader.page.locator("summary", has_text="Look of the pages"))
