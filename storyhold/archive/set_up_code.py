"""The one-time code without which nobody can set up an empty archive.

It lies in the data folder, so whoever can read it is the person who runs the server: a stranger
who finds the address of a fresh archive first cannot make it theirs.
"""

import hmac
import os
import secrets
from pathlib import Path

from django.conf import settings


def _file() -> Path:
    return Path(settings.DATA) / "set-up-code"


def code() -> str:
    """Return the code, made at the first call and kept until it is spent."""
    if not _file().exists():
        handle = os.open(_file(), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w") as opened:
            opened.write(secrets.token_urlsafe(9))
    return _file().read_text().strip()


def is_code(given: str) -> bool:
    """Whether `given` is the code; takes the same time for every wrong one."""
    return hmac.compare_digest(code().encode(), given.strip().encode(errors="replace"))


def spend() -> None:
    """Remove the code: the archive has been set up."""
    _file().unlink(missing_ok=True)
