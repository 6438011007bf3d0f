"""Makes an archive ready to be served: database, static files, the code for setting it up."""

import hashlib
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import DatabaseError

from storyhold import __version__
from storyhold.archive import set_up_code
from storyhold.archive.queries import the_archive
from storyhold.site.data_folder import SAMPLE_SIGN_INS
from storyhold.site.trouble import Trouble


def is_up_to_date() -> bool:
    """Whether every migration of this version has been applied. Raises `Trouble`."""
    return not _waiting_migrations()


def bring_up_to_date() -> int:
    """Apply the migrations that are missing and return how many they were."""
    waiting = _waiting_migrations()
    if waiting:
        call_command("migrate", interactive=False, verbosity=0)
    return waiting


def collect_static_files() -> bool:
    """Gather style sheets, scripts and pictures in `DATA/static`, if any has changed.

    Files of earlier versions stay: a page that somebody has open may still ask for them.
    """
    stamp = settings.STATIC_ROOT / ".collected"
    now = _fingerprint_of_static_files()
    if stamp.exists() and stamp.read_text(encoding="ascii") == now:
        return False
    with redirect_stdout(StringIO()):
        call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now, encoding="ascii")
    return True


def keep_set_up_code(folder: Path) -> None:
    """Let the one-time code of the set-up page lie in the data folder until it has been used."""
    if the_archive().is_set_up:
        set_up_code.spend()
    else:
        set_up_code.code()
        # Left by a sample that could not be finished.
        (folder / SAMPLE_SIGN_INS).unlink(missing_ok=True)


def _waiting_migrations() -> int:
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as fault:
        raise Trouble(f"The database cannot be opened: {_first_line(fault)}") from fault
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _first_line(fault: Exception) -> str:
    return str(fault).strip().partition("\n")[0]


def _fingerprint_of_static_files() -> str:
    """Return a text that is another when a file is another; by size and time, for speed."""
    found = hashlib.sha256(f"{__version__} {settings.STORAGES['staticfiles']}".encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            facts = Path(storage.path(path)).stat()
            found.update(f"{path} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return found.hexdigest()
