"""axe-core finds nothing to object to, on any page and in any theme."""

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, Error, Page

from tests.browser.conftest import SampleArchive
from tests.browser.readers import ByPointer
from tests.house.who_may_what import GET

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text()
THEMES = ("sepia", "dark", "contrast")  # light is what the first look sees
WIDTHS = (320, 1280)
CLASSES = "[...new Set([...document.querySelectorAll('[class]')].flatMap(e => [...e.classList]))]"

# Files, which a browser shows as if they were pages; and what leads to another story each time.
FILES = ("catalogs:", "feeds:")
NOT_PAGES = {name for name in GET if name.startswith(FILES)} | {
    "browse:random",
    "downloads:cover",
    "offline:manifest",
    "offline:stories",
    "offline:worker",
    "picture",
}

# Pages that the walk does not meet: of each kind it opens one, so what hangs on another is missed.
NOT_LINKED = {
    "account_confirm_email",  # from a letter
    "account_inactive",  # shown to the banned
    "account_reset_password_done",  # after a form
    "account_reset_password_from_key",  # from a letter
    "archive:set_up",  # before the archive is open
    "chapters:permanent",  # leads on
    "claims:take_over",  # from a letter
    "betas:answer",  # of a chapter with a note
    "browse:tag_series",  # of a tag that a series has
    "betas:draft",  # from whoever wrote the story
    "desk:compare",  # after a second save
    "desk:leave",  # of a story written with others
    "notices:stop",  # from a letter
    "imports:undertaking",  # the journey of a move looks at it
    "news:comment",  # its form stands below the news
    "news:edit_comment",  # of a comment of one's own
    "reviews:delete_reply",  # of a chapter with an answer
    "reviews:edit_reply",
    "series:add_story",  # of a series of one's own
    "series:delete",
    "series:edit",
}


def test_every_page_in_every_theme_and_on_a_phone(browser: Browser, archive: SampleArchive):
    met: set[str] = set()
    known: set[str] = set()

    for sign_in in (None, archive.author, archive.archivist):
        # A page that a guest sees as well is looked at once; all members share their frame.
        seen, found = look_around(browser, sign_in, archive, but_not=met - {"home"}, known=known)
        assert found == {}
        met |= seen

    shown = {name for name, answers in GET.items() if "200" in answers}
    assert sorted(shown - met - NOT_PAGES - NOT_LINKED) == []


def look_around(
    browser: Browser,
    sign_in: tuple[str, str] | None,
    archive: SampleArchive,
    *,
    but_not: set[str],
    known: set[str],
) -> tuple[set[str], dict[str, list[str]]]:
    """Look at one page of each kind; return the kinds, and what is wrong by path.

    `known` are the parts, by their CSS classes, that were looked at in every theme; it grows.
    """
    # Colors that fade into one another would be measured half way.
    context = browser.new_context(reduced_motion="reduce")
    person = ByPointer(context.new_page(), archive.address)
    if sign_in:
        person.open("/account/sign-in/")
        person.sign_in(*sign_in)
    seen: set[str] = set()
    found = {
        path: wrong
        for name, path in pages_linked(person.page, archive.address, seen)
        if (wrong := objections(person.page, known, only_width=name in but_not))
    }
    context.close()
    return seen, found


def pages_linked(page: Page, address: str, seen: set[str]) -> Iterator[tuple[str, str]]:
    """Open one page of each kind that links lead to, and yield its name and path.

    `seen` is given every name that is met, also of files that are offered to be kept.
    """
    waiting = ["/", "/account/sign-out/", "/desk/invitations/"]
    while waiting:
        path = waiting.pop(0)
        name = name_of(path)
        if name in seen or name in NOT_PAGES or name not in GET:
            continue
        seen.add(name)
        if shows(page, urljoin(address, path)):
            waiting += page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.pathname)")
            yield name, path


def shows(page: Page, address: str) -> bool:
    """Open an address; whether it shows a page, and not the home page or a file to be kept."""
    try:
        page.goto(address)
    except Error as error:
        if "Download is starting" not in str(error):
            raise
        return False
    return urlsplit(address).path == "/" or urlsplit(page.url).path != "/"


def name_of(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


def objections(page: Page, known: set[str], *, only_width: bool) -> list[str]:
    """What axe-core says of the page on a phone; of parts not `known`, on a desk and in colors."""
    narrow, wide = WIDTHS
    page.eval_on_selector_all(".reading-panel", "all => all.forEach(each => each.open = true)")
    found = _sideways(page, wide) + _sideways(page, narrow)
    if only_width:
        return found
    found += _violations(page, f"{narrow}", {})
    shown = set(page.evaluate(CLASSES))
    if shown - known:
        known |= shown
        page.set_viewport_size({"width": wide, "height": 900})
        found += _violations(page, f"{wide}", {})
        for theme in THEMES:
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            found += _violations(page, theme, {"runOnly": ["color-contrast"]})
    return found


def _sideways(page: Page, width: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": 900})
    scrolls = page.evaluate("document.documentElement.scrollWidth") > width
    return [f"{width}: scrolls sideways"] if scrolls else []


def _violations(page: Page, where: str, options: dict[str, object]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    options = {**options, "resultTypes": ["violations"], "preload": False}
    violations = page.evaluate(f"axe.run(document, {json.dumps(options)}).then(r => r.violations)")
    return [
        f"{where}: {rule['id']}: {node['html'][:160]}"
        for rule in violations
        for node in rule["nodes"][:3]
    ]
