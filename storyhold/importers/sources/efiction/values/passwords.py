"""Which stored passwords can open a door again, and of what kind they are."""

import re
from typing import Literal, NamedTuple

_MD5 = re.compile(rb"[0-9a-fA-F]{32}")
# With a work factor up to 14, which takes about a second: a dump must not choose how long we work.
_BCRYPT = re.compile(rb"\$2[aby]\$(?:0[4-9]|1[0-4])\$[./A-Za-z0-9]{53}")
_MD5_OF_NOTHING = "d41d8cd98f00b204e9800998ecf8427e"


class StoredPassword(NamedTuple):
    """What the old site kept of a password. `kind` is "" where nobody can sign in with it."""

    kind: Literal["md5", "bcrypt", ""]
    digest: str = ""
    is_odd: bool = False
    """Capitals in the digits: not written by eFiction, though MySQL compared them as equal."""


NO_PASSWORD = StoredPassword("")


def stored_password(raw: bytes | None) -> StoredPassword:
    """Return what a value is. Anything but a whole digest is no password, and is never compared."""
    raw = (raw or b"").strip()
    if _BCRYPT.fullmatch(raw):
        return StoredPassword("bcrypt", raw.decode("ascii"))
    digest = raw.decode("ascii").lower() if _MD5.fullmatch(raw) else ""
    if digest in ("", _MD5_OF_NOTHING):
        return NO_PASSWORD
    return StoredPassword("md5", digest, is_odd=digest.encode() != raw)
