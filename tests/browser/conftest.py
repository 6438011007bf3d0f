"""A sample archive that is really served, and a real Chromium."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.site.served import Databases, Place, Served

# Milliseconds until something must have come: long, for other tests run at the same time.
expect.set_options(timeout=30_000)

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
# Nothing that Chromium does by itself in the background may leave this machine.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass(frozen=True)
class SampleArchive:
    """Where it is, and the two sign-ins it printed."""

    address: str
    archivist: tuple[str, str]
    author: tuple[str, str]


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleArchive]:
    databases = Databases()
    place = Place(tmp_path_factory.mktemp("browser") / "archive", databases.for_new_folder())
    served = Served(place, "--sample")
    try:
        served.until_open()
        said = served.said
        yield SampleArchive(served.address, _sign_in("archivist", said), _sign_in("author", said))
    finally:
        served.end()
        databases.drop_all()


def _sign_in(role: str, said: str) -> tuple[str, str]:
    found = re.search(rf"{role}\s+pen name: (.+?)\s{{2,}}password: (\S+)", said)
    assert found, said
    return found[1], found[2]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def page_without_javascript(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    yield context.new_page()
    context.close()
