"""What an old site said in its own words: house texts, letters, and pages."""

import re
from collections.abc import Iterator

from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.house import House
from storyhold.importers.intake.own_pages import OwnPages
from storyhold.importers.intake.pen_names import typed
from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.prose.canonical import short_html
from storyhold.prose.plain_text import plain_text

# By the names of the old messages.
TEXTS = {
    "maintenance": "closed_words",
    "printercopyright": "print_words",
    "tos": "terms",
    "welcome": "welcome",
}
LETTERS = {"nothankyou": "return_letter", "thankyou": "approval_letter"}
OF_THE_EDITOR = "tinymce"

_PHP = re.compile(rb"<\?|\?>")
_FILLED_IN = {
    "{sitename}": "{archive}",
    "{adminname}": "{moderator}",
    "{storytitle}": "{story}",
    "{chaptertitle}": "{chapter}",
}


def bring_messages(desk: Desk) -> Iterator[int]:
    """Bring in every message: what has a place in the house there, all else as a page."""
    house, pages = House(desk), OwnPages(desk)
    for row in desk.old.read("messages", order=("message_id",)):
        name = row.line("message_name")
        if _is_php(row):
            pages.bring_php(row, name)
        elif name.lower() in TEXTS or name.lower() in LETTERS:
            _bring_words(house, row, name.lower())
        elif name.lower() != OF_THE_EDITOR:
            pages.bring(row, name)
    yield desk.old.count("messages")


def _is_php(row: OldRow) -> bool:
    """Whether the old program would have run it. It is never run here."""
    return _PHP.search(row.row.get("message_text") or b"") is not None


def _bring_words(house: House, row: OldRow, name: str) -> None:
    fields = _letter(row, name) if name in LETTERS else _text(row, name)
    field, words = next(iter(fields.items()))
    if not words or not house.follows:
        return
    if house.keeps(field, words):
        row.keep_aside("words stay as they are here", name=name)
    else:
        house.change(fields)


def _text(row: OldRow, name: str) -> dict[str, str]:
    html = row.html("message_text")
    field = TEXTS[name]
    return {f"{field}_source": typed(html), f"{field}_html": short_html(html, format="html")}


def _letter(row: OldRow, name: str) -> dict[str, str]:
    words = plain_text(short_html(row.html("message_text"), format="html")).strip()
    for old, new in _FILLED_IN.items():
        words = words.replace(old, new)
    return {LETTERS[name]: words}
