"""What Django writes on an answer for the edge alone: whether to keep it, and what it shows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Whatever begins so is between Django and the edge, in both directions, and nobody else's.
OURS = b"storyhold-"

# "everything, lists, story 12; age=3600"
KEEP = re.compile(r"([a-z0-9 ]+(?:, *[a-z0-9 ]+)*) *; *age=([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class Notes:
    """How an answer may be kept.

    `varies` names the cookies that it depends on; `read` what of which story is read by showing
    it, as `story/chapter`.
    """

    subjects: tuple[str, ...]
    age: float
    varies: tuple[str, ...] = ()
    read: bytes = b""


def notes_in(fields: Iterable[tuple[bytes, bytes]]) -> Notes | None:
    """Return what is written on an answer with these headers; `None` where it is not to be kept.

    Names of headers are in lower case. Whatever we cannot read is not to be kept, nor is an
    answer that sets a cookie, whoever says so.
    """
    found = dict(fields)
    asked = KEEP.fullmatch(found.get(b"storyhold-keep", b"").decode("latin-1"))
    if asked is None or b"set-cookie" in found:
        return None
    return Notes(
        subjects=_words(asked[1]),
        age=float(asked[2]),
        varies=_words(found.get(b"storyhold-varies", b"").decode("latin-1")),
        read=found.get(b"storyhold-read", b""),
    )


def _words(listed: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in listed.split(",") if word.strip())
