"""axe-core finds nothing to object to, on any page and in any theme."""

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, Page

from tests.browser.conftest import SampleArchive
from tests.browser.readers import ByPointer
from tests.house.who_may_what import GET

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text()
THEMES = ("sepia", "dark", "contrast")  # light is what the first look sees

# Addresses that answer with a file.
NOT_PAGES = {
    "archive:source",
    "leaving:package",
    *(name for name in GET if name.startswith("feeds:") or name.endswith("_csv")),
}

# Pages that the walk does not meet: of each kind it opens one, so what hangs on another is missed.
NOT_LINKED = {
    "account_confirm_email",  # from a letter
    "account_inactive",  # shown to the banned
    "account_reset_password_done",  # after a form
    "account_reset_password_from_key",  # from a letter
    "archive:letter",  # the sample archive keeps none
    "archive:mailbox",
    "archive:set_up",  # before the archive is open
    "chapters:permanent",  # leads on
    "betas:answer",  # of a chapter with a note
    "betas:draft",  # from whoever wrote the story
    "desk:compare",  # after a second save
    "desk:leave",  # of a story written with others
    "notices:stop",  # from a letter
    "news:comment",  # its form stands below the news
    "news:edit_comment",  # of a comment of one's own
    "reviews:delete_reply",  # of a chapter with an answer
    "reviews:edit_reply",
    "series:add_story",  # of a series of one's own
}


def test_every_page_in_every_theme(browser: Browser, archive: SampleArchive):
    looked_at: set[str] = set()

    for sign_in in (None, archive.author, archive.archivist):
        # A page that a guest sees as well is looked at once; all members share their frame.
        seen, found = look_around(
            browser, sign_in, archive, width=1280, themes=THEMES, but_not=looked_at - {"home"}
        )
        assert found == {}
        looked_at |= seen

    shown = {name for name, answers in GET.items() if "200" in answers}
    assert shown - looked_at - NOT_PAGES <= NOT_LINKED


def test_every_page_on_a_phone(browser: Browser, archive: SampleArchive):
    _seen, found = look_around(browser, archive.archivist, archive, width=320)

    assert found == {}


def look_around(
    browser: Browser,
    sign_in: tuple[str, str] | None,
    archive: SampleArchive,
    *,
    width: int,
    themes: tuple[str, ...] = (),
    but_not: Collection[str] = (),
) -> tuple[set[str], dict[str, list[str]]]:
    """Look at one page of each kind; return the kinds, and what is wrong by path."""
    # Colors that fade into one another would be measured half way.
    context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    person = ByPointer(context.new_page(), archive.address)
    if sign_in:
        person.open("/account/sign-in/")
        person.sign_in(*sign_in)
    seen, found = set(), {}
    for name, path in pages_linked(person.page, archive.address):
        seen.add(name)
        wrong = [] if name in but_not else objections(person.page, themes)
        if person.page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append("scrolls sideways")
        if wrong:
            found[path] = wrong
    context.close()
    return seen, found


def pages_linked(page: Page, address: str) -> Iterator[tuple[str, str]]:
    """Open one page of each kind that links lead to, and yield its name and path."""
    waiting, seen = ["/", "/account/sign-out/", "/desk/invitations/"], set()
    while waiting:
        path = waiting.pop(0)
        name = name_of(path)
        if name in seen or name in NOT_PAGES or name not in GET:
            continue
        seen.add(name)
        page.goto(urljoin(address, path))
        waiting += page.eval_on_selector_all("a[href^='/']", "all => all.map(a => a.pathname)")
        yield name, path


def name_of(path: str) -> str:
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""


def objections(page: Page, themes: tuple[str, ...]) -> list[str]:
    """What axe-core says of the page as it is, and of its colors in each theme."""
    page.evaluate(AXE)
    found = _violations(page, {})
    for theme in themes:
        page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
        rules = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
        found += [f"{theme}: {said}" for said in _violations(page, rules)]
    return found


def _violations(page: Page, options: dict[str, object]) -> list[str]:
    options = {**options, "resultTypes": ["violations"], "preload": False}
    violations = page.evaluate(f"axe.run(document, {json.dumps(options)}).then(r => r.violations)")
    return [
        f"{rule['id']}: {node['html'][:160]}" for rule in violations for node in rule["nodes"][:3]
    ]
