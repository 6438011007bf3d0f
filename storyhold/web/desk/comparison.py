"""Two versions of a chapter, field by field, as `parts/diff.html` shows them."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from django.utils.translation import gettext as _

from storyhold.prose.canonical import canonical_html, short_html
from storyhold.prose.compare import Change, compare
from storyhold.stories.actions.writing import Draft
from storyhold.stories.models import Revision

Line = dict[str, Any]  # kind, pieces, and where it needs one, a remark

SCENE_BREAK = "* * *"
AROUND = 1  # unchanged paragraphs shown before and after a change


@dataclass(frozen=True, kw_only=True)
class Version:
    """What is compared of a chapter: canonical HTML, all of it."""

    title: str
    opening_note: str
    text: str
    closing_note: str

    @classmethod
    def saved(cls, revision: Revision) -> "Version":
        """Return a version that was saved."""
        return cls(
            title=f"<p>{escape(revision.title)}</p>",
            opening_note=short_html(revision.opening_note),
            text=revision.html,
            closing_note=short_html(revision.closing_note),
        )

    @classmethod
    def typed(cls, draft: Draft) -> "Version":
        """Return a version that is only in a form."""
        return cls(
            title=f"<p>{escape(draft.title)}</p>",
            opening_note=short_html(draft.opening_note),
            text=canonical_html(draft.text, format=draft.format),
            closing_note=short_html(draft.closing_note),
        )


def differences(old: Version, new: Version) -> list[tuple[str, list[Line]]]:
    """Return the label and lines of each field in which the two versions differ."""
    fields = [
        (_("Chapter title"), old.title, new.title),
        (_("Note before the chapter"), old.opening_note, new.opening_note),
        (_("Text"), old.text, new.text),
        (_("Note after the chapter"), old.closing_note, new.closing_note),
    ]
    return [(label, list(_lines(compare(a, b)))) for label, a, b in fields if a != b]


def _lines(changes: list[Change]) -> Iterator[Line]:
    """Yield the changes, with a gap in place of longer unchanged text."""
    changed = [place for place, change in enumerate(changes) if change.kind != "same"]
    near = {place + step for place in changed for step in range(-AROUND, AROUND + 1)}
    in_gap = False
    for place, change in enumerate(changes):
        if place in near:
            yield _line(change)
        elif not in_gap:
            yield {"kind": "gap"}
        in_gap = place not in near


def _line(change: Change) -> Line:
    pieces = [(words.kind, words.text) for words in change.words]
    if change.is_break and not any(text for _kind, text in pieces):
        pieces = [("same", SCENE_BREAK)]
    only_set_otherwise = change.kind == "changed" and {kind for kind, _text in pieces} == {"same"}
    remark = _("Italics, bold or the like have changed here.") if only_set_otherwise else ""
    return {"kind": change.kind, "pieces": pieces, "remark": remark}
