"""An old archive moves into an empty one, in the browser, and its members and links come along."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.readers import ByPointer
from tests.browser.test_accessibility import objections
from tests.importers.dumps import archive as old_archive
from tests.importers.dumps import mysqldump, saved
from tests.site.served import Databases, Place, Served

pytestmark = pytest.mark.browser


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """An archive that nobody has set up."""
    databases = Databases()
    served = Served(Place(tmp_path / "archive", databases.for_new_folder()))
    try:
        served.until_open()
        yield served
    finally:
        served.end()
        databases.drop_all()


def test_an_old_archive_moves_in(served: Served, browser: Browser, tmp_path: Path):
    dump = saved(tmp_path, mysqldump(old_archive(), prefix="ef_"), "lantern.sql.gz")

    with closing(browser.new_context(**DESK, reduced_motion="reduce")) as context:
        archivist = ByPointer(context.new_page(), served.address)
        set_up(archivist, served)
        rehearse(archivist, dump)
        move_in(archivist)

    with closing(browser.new_context(**PHONE)) as context:
        ada = ByPointer(context.new_page(), served.address)
        ada.open("/account/sign-in/")
        ada.sign_in("Ada", "lantern")
        ada.open("/fanfic/viewstory.php?sid=1&chapter=2")
        expect(ada.page.locator("h1")).to_contain_text("Chapter 2")
        ada.open("/reviews.php?reviewid=1")
        ada.sees("I read it twice.")


def set_up(archivist: ByPointer, served: Served) -> None:
    archivist.open("/set-up/")
    archivist.fill(
        "Code from the terminal", (served.place.data / "set-up-code").read_text().strip()
    )
    archivist.fill("Name of the archive", "A New House")
    archivist.fill("Your pen name", "Wren")
    archivist.fill("Your e-mail", "wren@example.org")
    for label in ("Password", "The same password again"):
        archivist.fill(label, "a lamp in every window")
    archivist.press("Open the archive")


def rehearse(archivist: ByPointer, dump: Path) -> None:
    archivist.open("/office/")
    archivist.follow("Moving in")
    archivist.page.get_by_label("Dump or backup").set_input_files(dump)
    archivist.press("Upload")
    archivist.choose(archivist.page.get_by_role("checkbox", name="lantern.sql.gz"))
    archivist.press("Rehearse")
    archivist.sees("Read; nothing was changed")
    archivist.sees("What will become of it")
    assert objections(archivist.page, set(), only_width=False) == []
    archivist.open("/")
    expect(archivist.page.get_by_text("Story 1")).to_have_count(0)
    archivist.open("/office/moving-in/")
    archivist.follow("lantern.sql.gz")


def move_in(archivist: ByPointer) -> None:
    archivist.press("Move in")
    archivist.sees("Moved in")
    archivist.sees("3 of 3 chapters are identical.")
    archivist.sees("all of it can be taken back")
    archivist.open("/office/moving-in/")
    archivist.press("Delete the files")
    archivist.sees("The files are deleted.")
