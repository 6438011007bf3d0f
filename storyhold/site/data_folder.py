"""The folder that holds everything of one archive, and who is using it."""

import fcntl
import os
from pathlib import Path

from storyhold.site.trouble import Trouble

VARIABLE = "STORYHOLD_DATA"

# Files in the folder that are there for a person to read.
SET_UP_CODE, SAMPLE_SIGN_INS = "set-up-code", "sample-sign-ins"

# Megabytes of memory for guests' pages: a small machine has 512 for everything.
PAGE_CACHE = 48


def chosen(given: str | None) -> Path:
    """Return the data folder: as given, else as the environment says, else `data` right here."""
    path = Path(given or os.environ.get(VARIABLE) or "data").expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise Trouble(f"{path} is a file; the data of an archive needs a folder.")
    return path


def made(path: Path) -> Path:
    """Make the folder if it is missing, for nobody but its owner to look into."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        return path
    except OSError as fault:
        raise Trouble(
            f"The data folder {path} cannot be made ({fault.strerror}). Choose another with --data."
        ) from fault


class Lock:
    """Says that one `serve` is using a data folder. The system lets go of it when we end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._descriptor: int | None = None

    def take(self) -> None:
        """Take the lock, or raise `Trouble` because another has it."""
        try:
            descriptor = os.open(self.folder / "serve.lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fault:
            raise Trouble(
                f"The data folder {self.folder} cannot be written ({fault.strerror})."
            ) from fault
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            os.close(descriptor)
            raise Trouble(
                f"The data folder {self.folder} is in use by another storyhold serve. "
                "End that one first, or choose another folder with --data."
            ) from fault
        self._descriptor = descriptor
