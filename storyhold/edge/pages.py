"""Pages as they are made of what Django answered."""

from collections.abc import Sequence

from storyhold.edge import limits
from storyhold.edge.exchange import Answer, passed_on
from storyhold.edge.forms import forms_of, tag_of
from storyhold.edge.notes import OURS, Notes, notes_in
from storyhold.edge.store import Page
from storyhold.freshness.stamps import places_of

# What we write ourselves on each page.
REWRITTEN = frozenset(
    (b"cache-control", b"content-encoding", b"content-length", b"date", b"etag", b"server",
     b"set-cookie", b"vary")
)  # fmt: skip
# The cookies that we understand are named in the notes, and codings are our own affair.
UNDERSTOOD = frozenset((b"", b"accept-encoding", b"cookie"))
# Our files of styles and scripts carry their content's name: they never change.
FILES = b"/static/"
A_DAY = 86_400.0


def notes_on(answer: Answer, target: bytes) -> Notes | None:
    """Return how an answer may be kept; `None` when it may not."""
    fields = dict(answer.fields)
    varies = {word.strip() for word in fields.get(b"vary", b"").lower().split(b",")}
    length = fields.get(b"content-length", b"")
    if not length.isdigit() or int(length) > limits.KEPT_BYTES or b"content-encoding" in fields:
        return None
    if not varies <= UNDERSTOOD:
        return None
    if answer.status == 200 and target.startswith(FILES) and _is_immutable(fields):
        return Notes((), A_DAY)
    return notes_in(answer.fields)


def page_of(answer: Answer, body: bytes, notes: Notes, before: Sequence[int]) -> Page:
    """Return the page to be kept; `before` are the stamps from before it was made."""
    places = places_of(notes.subjects) if notes.subjects else ()
    tag = tag_of(body)
    fields = (*_passed(answer), *_about_keeping(dict(answer.fields), notes, tag))
    return Page(
        answer.status,
        fields,
        forms_of(fields, body),
        tag,
        places,
        tuple([before[place] for place in places]),
        notes.age,
        notes.read,
    )


def _passed(answer: Answer) -> list[tuple[bytes, bytes]]:
    return [
        (name, value)
        for name, value in passed_on(answer.fields)
        if name not in REWRITTEN and not name.startswith(OURS)
    ]


def _about_keeping(
    fields: dict[bytes, bytes], notes: Notes, tag: bytes
) -> list[tuple[bytes, bytes]]:
    if not notes.subjects:
        keep, vary = fields[b"cache-control"], b"accept-encoding"
    else:
        # A browser may keep it, but asks each time: 304 is cheap, an old page is not.
        keep, vary = b"no-cache", b"cookie, accept-encoding"
    return [(b"cache-control", keep), (b"etag", b"W/" + tag), (b"vary", vary)]


def _is_immutable(fields: dict[bytes, bytes]) -> bool:
    return b"immutable" in fields.get(b"cache-control", b"") and b"set-cookie" not in fields
