"""The index of this archive on this machine."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from storyhold.search.engines.tantivy import TantivyIndex
from storyhold.search.index import Index


def the_folder() -> Path:
    """Return where the index is, beside the file that says up to when it knows all."""
    folder: Path = settings.SEARCH_FOLDER
    return folder


def the_index() -> Index:
    """Return the index."""
    return _index_in(the_folder() / "index")


@lru_cache
def _index_in(folder: Path) -> Index:
    return TantivyIndex(folder)


def known_until() -> int:
    """Return the moment up to which every change is in the index; 0 while it is being made."""
    try:
        return int((the_folder() / "known-until").read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0


def say_known_until(moment: int) -> None:
    """Write down the moment, 0 for none; whole or not at all, as others read it meanwhile."""
    new = the_folder() / "known-until.new"
    new.write_text(str(moment), encoding="ascii")
    new.replace(the_folder() / "known-until")


def is_there() -> bool:
    """Whether an index has ever been begun here."""
    return (the_folder() / "index").exists()


def report_loss() -> None:
    """Tell whoever writes the index that it could not be read."""
    if is_there():
        (the_folder() / "lost").touch()


def take_report_of_loss() -> bool:
    """Return whether the index could not be read, once."""
    try:
        (the_folder() / "lost").unlink()
    except FileNotFoundError:
        return False
    return True
