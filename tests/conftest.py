"""Where the tests run: a data folder of their own, on the database that the environment names.

`STORYHOLD_DATABASE_URL` chooses PostgreSQL; without it a SQLite file is used.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

# The settings of an archive that may run here must not lead the tests. All this stands outside
# of any fixture because the settings are read before the first one.
for variable in [name for name in os.environ if name.startswith("STORYHOLD_")]:
    if variable != "STORYHOLD_DATABASE_URL":
        del os.environ[variable]
DATA = Path(tempfile.mkdtemp(prefix="storyhold-tests."))
os.environ["STORYHOLD_DATA"] = str(DATA)
os.environ["STORYHOLD_MAIL"] = "show"
os.environ["DJANGO_SETTINGS_MODULE"] = "storyhold.site.settings"


def pytest_configure() -> None:
    """Change the few settings with which the tests would be slow or would not be repeatable."""
    from django.conf import settings

    # Processes that test side by side have read the settings of the one that started them.
    settings.DATA = DATA
    # Argon2 as in an archive, with the smallest parameters: a test makes many members.
    settings.PASSWORD_HASHERS = ["tests.hashers.QuickArgon2", *settings.PASSWORD_HASHERS[1:]]
    # Each client is a whole web server, which would begin by looking at every static file.
    settings.WHITENOISE_AUTOREFRESH = True
    # A file, as in an archive: in memory, SQLite locks otherwise and threads cannot share it.
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(DATA / "tests.sqlite3")


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(DATA, ignore_errors=True)


@pytest.fixture(scope="session")
def static_files() -> Path:
    """The folder of collected static files, without which no page can be made."""
    from django.conf import settings

    from storyhold.site.preparing import collect_static_files

    collect_static_files()
    return Path(settings.STATIC_ROOT)


@pytest.fixture(scope="session")
def django_db_setup(
    static_files: Path, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """Make the database, with the vocabularies that nearly every test needs."""
    from storyhold.tags.actions import make_first_vocabularies

    with django_db_blocker.unblock():
        make_first_vocabularies()


@pytest.fixture(autouse=True)
def no_reads_behind_our_backs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let reads wait for the test that writes them; none is written after a test is over."""
    from storyhold.stories import reads

    monkeypatch.setattr(reads, "WRITTEN_EVERY", 3600.0)
    yield
    reads.forget_notes()


@pytest.fixture(autouse=True)
def changes_are_seen_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stamp what a test has changed, although its transaction is never committed."""
    from django.db.backends.base.base import BaseDatabaseWrapper

    from storyhold.freshness import hook

    in_life = hook.is_committed_at_once

    def is_committed_at_once(connection: BaseDatabaseWrapper) -> bool:
        in_test = any(block._from_testcase for block in connection.atomic_blocks)
        return in_test or in_life(connection)

    monkeypatch.setattr(hook, "is_committed_at_once", is_committed_at_once)


@pytest.fixture(autouse=True)
def nothing_known_from_another_test(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forget what this process keeps: its test has taken it back.

    Within a test it is kept for longer, so that a slow machine asks no more queries than another.
    """
    from storyhold.freshness import memory

    monkeypatch.setattr(memory, "LONGEST", 3600.0)
    _forget()
    yield
    _forget()


def _forget() -> None:
    from storyhold.archive.queries import forget_archive
    from storyhold.stories.choices import forget_choices
    from storyhold.web.parts.blocks import forget_side

    forget_archive()
    forget_choices()
    forget_side()


@pytest.fixture
def index(db: None, settings: Any, tmp_path: Path) -> Any:
    """An index that holds nothing yet; `index.keep()` writes what has changed, as the worker."""
    from storyhold.search.actions import Keeper

    settings.SEARCH_FOLDER = tmp_path / "search"
    keeper = Keeper()
    keeper.keep()  # notices that there is none
    return keeper
