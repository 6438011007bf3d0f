"""Having a story read aloud; the voices of the device are the one thing played by us."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Somebody

pytestmark = pytest.mark.browser

CHAPTER = "/stories/9/chapters/1/"  # of the sample
# A device with voices that waits to be told that it has said something: `said()`.
VOICES = """
  window.words = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const voices = [{ lang: "de-DE" }, { lang: "en-GB" }, { lang: "en_US" }];
  const speech = {
    getVoices: () => voices, addEventListener() {}, cancel() {},
    speak: (spoken) => words.push(spoken),
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.said = () => words.at(-1).onend();
  window.now = () => {
    const { text, voice, rate } = words.at(-1);
    return [text, voice.lang, rate];
  };
"""
# Until nothing more is said, because the browser is on its way to the next page.
SAY_THE_REST = """
  for (let before = 0; before !== words.length; ) {
    before = words.length;
    said();
  }
"""


def test_a_story_is_read_aloud_from_where_one_is_and_on_into_the_next_chapter(somebody: Somebody):
    listener = somebody(PHONE)
    listener.page.add_init_script(VOICES)
    listener.open(CHAPTER)
    page, bar = listener.page, listener.page.get_by_role("group", name="Read aloud")
    paragraphs = page.locator(".chapter .prose > p")
    marked = page.locator(".is-said")

    # By sentences, in a voice of the text's language; the paragraph is marked.
    bar.get_by_role("button", name="Read aloud from here").click()
    assert page.evaluate("now()") == [paragraphs.first.inner_text(), "en_US", 1]
    page.evaluate("said()")
    assert page.evaluate("now()")[0] == "Hedra Pask looked at it."
    expect(marked).to_have_text(paragraphs.nth(1).inner_text())

    # Faster, on, to where one points; pause and go on with the same sentence.
    bar.get_by_role("button", name="Faster").click()
    bar.get_by_role("button", name="The next paragraph").click()
    assert page.evaluate("now()") == ["“Tobiah,” she said.", "en_US", 1.2]
    page.get_by_text("“I noticed that.”").click()
    expect(marked).to_have_text("“I noticed that.”")
    page.keyboard.press("r")
    expect(bar.get_by_role("button", name="Go on reading aloud")).to_be_visible()
    page.keyboard.press("r")
    assert page.evaluate("now()")[0] == "“I noticed that.”"

    # From the last paragraph into the next chapter, at the same pace, without another press.
    paragraphs.last.click()
    page.evaluate(SAY_THE_REST)
    expect(page).to_have_url(re.compile("/chapters/2/$"))
    expect(marked).to_have_text(paragraphs.first.inner_text())
    assert page.evaluate("now()[2]") == 1.2
    bar.get_by_role("button", name="Stop reading aloud").click()
    expect(marked).to_have_count(0)


def test_where_no_voice_speaks_the_language_nothing_is_offered(somebody: Somebody):
    listener = somebody(PHONE)
    listener.page.add_init_script(VOICES.replace("en-GB", "fr-FR").replace("en_US", "es-ES"))
    listener.open(CHAPTER)

    expect(listener.page.locator(".prose").first).to_be_visible()
    expect(listener.page.get_by_role("group", name="Read aloud")).to_have_count(0)
