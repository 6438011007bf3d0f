"""What JavaScript adds where people write: nothing is lost, and italics survive being pasted."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SampleArchive
from tests.browser.readers import ByPointer

pytestmark = pytest.mark.browser

PASTE = """([html, plain]) => {
  const area = document.querySelector("[name=text]");
  const pasted = new DataTransfer();
  pasted.setData("text/html", html);
  pasted.setData("text/plain", plain);
  area.focus();
  const event = { clipboardData: pasted, bubbles: true, cancelable: true };
  return area.dispatchEvent(new ClipboardEvent("paste", event));
}"""
FROM_GOOGLE_DOCS = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">'
    '<p dir="ltr"><span style="font-style:normal">She said </span>'
    '<span style="font-weight:400;font-style:italic">never</span><span>, twice.</span></p>'
    '<p><span style="font-weight:700">Loud</span> end</p></b>'
)
FROM_WORD = (
    "<html><head><style>p{margin:0}</style></head><body><!--StartFragment-->"
    "<p class=MsoNormal>You <i>must</i>\n hear<o:p></o:p></p>"
    "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"
    "<p class=MsoNormal>line <i>two </i><i>more</i><br><b><i>Both</i></b></p><hr><p>End</p>"
    "<!--EndFragment--></body></html>"
)


@pytest.fixture
def author(archive: SampleArchive, page: Page) -> ByPointer:
    person = ByPointer(page, archive.address)
    person.open("/account/sign-in/")
    person.sign_in(*archive.author)
    person.open("/desk/new/")
    return person


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (FROM_GOOGLE_DOCS, "She said *never*, twice.\n\n**Loud** end"),
        (FROM_WORD, "You *must* hear\n\nline *two more*\n***Both***\n\n***\n\nEnd"),
    ],
)
def test_emphasis_survives_a_paste(author: ByPointer, html: str, expected: str):
    author.page.evaluate(PASTE, [html, "flat"])

    expect(author.field("Text")).to_have_value(expected)


def test_in_html_a_paste_is_left_to_the_browser(author: ByPointer):
    author.choose(author.page.get_by_role("radio", name="HTML"))

    assert author.page.evaluate(PASTE, [FROM_WORD, "flat"])


def test_words_are_counted_while_one_writes(author: ByPointer):
    author.fill("Text", "Don’t stop--well-known words.")

    author.sees("4 words")


def test_unsaved_text_is_asked_about_kept_offered_and_forgotten_when_saved(author: ByPointer):
    page = author.page
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    author.fill("Title", "Kept on the device")
    author.fill("Text", "A line nobody saved.")

    author.open("/")
    assert asked == ["beforeunload"]

    author.open("/desk/new/")
    author.press("Put it into the form")
    expect(author.field("Title")).to_have_value("Kept on the device")
    expect(author.field("Text")).to_have_value("A line nobody saved.")

    author.choose(page.get_by_role("radio", name=re.compile("^General")))
    author.press("Preview")
    author.press("Go on writing")
    author.press("Save as draft")
    author.sees("“Kept on the device” is saved.")
    assert asked == ["beforeunload"]

    author.open("/desk/new/")
    expect(author.button("Put it into the form")).to_have_count(0)
    expect(author.field("Title")).to_have_value("")


def test_a_form_that_was_not_touched_asks_nothing(author: ByPointer):
    asked: list[str] = []
    author.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    author.open("/")

    assert asked == []
