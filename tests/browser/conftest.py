"""A sample archive that is really served, and a real Chromium."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.readers import ByPointer
from tests.site.served import PATIENCE, Databases, Place, Served, environment, free_port

# Milliseconds until something must have come: long, for other tests run at the same time.
expect.set_options(timeout=30_000)

DAYS_PASS = Path(__file__).with_name("days_pass.py")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
# Nothing that Chromium does by itself in the background may leave this machine.
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip

Device = dict[str, Any]
Somebody = Callable[..., ByPointer]
DESK: Device = {"viewport": {"width": 1280, "height": 900}}
PHONE: Device = {"viewport": {"width": 390, "height": 844}}
PLAIN_PHONE = PHONE | {"java_script_enabled": False}


@dataclass(frozen=True)
class SampleArchive:
    """Where it is and where it lives, and the two sign-ins it printed."""

    address: str
    place: Place
    archivist: tuple[str, str]
    author: tuple[str, str]

    def days_pass(self, days: int) -> None:
        """Let everything that waits have waited so much longer, and its time come."""
        settings = {
            "DJANGO_SETTINGS_MODULE": "storyhold.site.settings",
            "STORYHOLD_DATA": str(self.place.data),
            **self.place.env,
        }
        words = [sys.executable, DAYS_PASS, str(days)]
        subprocess.run(words, env=environment(settings), check=True, timeout=PATIENCE)


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleArchive]:
    databases = Databases()
    # Letters stay in the archive, for the archivist to read.
    port = free_port()
    letters = {"STORYHOLD_MAIL": "show", "STORYHOLD_ADDRESS": f"http://127.0.0.1:{port}"}
    env = databases.for_new_folder() | letters
    place = Place(tmp_path_factory.mktemp("browser") / "archive", env)
    served = Served(place, "--sample", port=port)
    try:
        served.until_open()
        said = served.said
        archivist, author = _sign_in("archivist", said), _sign_in("author", said)
        yield SampleArchive(served.address, place, archivist, author)
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
    with closing(browser.new_context(**DESK)) as context:
        yield context.new_page()


@pytest.fixture
def page_without_javascript(browser: Browser) -> Iterator[Page]:
    with closing(browser.new_context(**PLAIN_PHONE)) as context:
        yield context.new_page()


@pytest.fixture
def somebody(browser: Browser, archive: SampleArchive) -> Iterator[Somebody]:
    """Let somebody come with a browser of their own, signed in or not: `somebody(PHONE)`."""
    with ExitStack() as browsers:

        def come(device: Device = DESK, sign_in: tuple[str, str] | None = None) -> ByPointer:
            context = browsers.enter_context(closing(browser.new_context(**device)))
            person = ByPointer(context.new_page(), archive.address)
            if sign_in:
                person.open("/account/sign-in/")
                person.sign_in(*sign_in)
            return person

        yield come
