"""The folder of pictures: `media` in the data folder.

Each file has a name of its own that nobody can guess and no other ever gets, so a browser may keep
it for good.
"""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

_NAME = re.compile(r"[0-9a-f]{24}")


@contextmanager
def kept(webp: bytes) -> Iterator[str]:
    """Write a picture while its row is saved; if that fails, the file goes again."""
    name = keep(webp)
    try:
        yield name
    except BaseException:
        remove(name)
        raise


def keep(webp: bytes) -> str:
    """Write a picture, and return the name under which it is found."""
    name = secrets.token_hex(12)
    file = _file(name)
    file.parent.mkdir(mode=0o700, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_bytes(webp)
    fresh.replace(file)
    return name


def picture_file(name: str) -> Path | None:
    """Return the file of a picture, if there is one of this name."""
    file = _file(name) if _NAME.fullmatch(name) else None
    return file if file and file.is_file() else None


def remove(name: str) -> None:
    """Remove a picture; one that is not there is no matter."""
    if _NAME.fullmatch(name):
        _file(name).unlink(missing_ok=True)


def _file(name: str) -> Path:
    return Path(settings.DATA) / "media" / f"{name}.webp"
