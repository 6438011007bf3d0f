"""Proof: an old archive and what it became, compared from the bytes of the source."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from storyhold.importers.findings import Finding
from storyhold.importers.models import Move, OldNumber
from storyhold.importers.moves import Tell, Wish, move_of, read
from storyhold.importers.refusals import NeverMovedIn
from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.staging import Staged
from storyhold.importers.sources.efiction.tables.texts import text_of
from storyhold.importers.sources.efiction.value_reader import ValueReader
from storyhold.importers.sources.efiction.values.encodings import Encodings
from storyhold.prose.fingerprint import chapter_text_sha256
from storyhold.stories.models import Chapter

# The tables whose rows have a number, and what we call their kind.
KINDS = {
    "authors": "member",
    "categories": "category",
    "characters": "character",
    "classtypes": "class type",
    "classes": "class",
    "ratings": "rating",
    "stories": "story",
    "chapters": "chapter",
    "series": "series",
    "reviews": "review",
    "challenges": "challenge",
    "news": "news",
    "comments": "news comment",
    "poll": "poll",
    "shoutbox": "shout",
}


@dataclass(frozen=True)
class Compared:
    """How many rows a table has, and how many of them are here."""

    table: str
    there: int
    here: int


@dataclass
class Proof:
    """What the comparison found. `others` says of each chapter that differs why."""

    kinds: list[Compared] = field(default_factory=list)
    chapters: int = 0
    identical: int = 0
    without_text: int = 0
    others: list[str] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether every chapter with a text is here, letter by letter."""
        return self.identical == self.chapters

    def __str__(self) -> str:
        line = f"{self.identical:,} of {self.chapters:,} chapters are identical."
        if self.without_text:
            line += f" {self.without_text:,} more have no text in the source."
        return line


def verify(wish: Wish, *, tell: Tell) -> Proof:
    """Read the source again and compare. Raises `NeverMovedIn` and what reading raises."""
    proof = Proof()
    with read(wish, _let_go, tell=tell) as (_source, staged, encodings):
        move = move_of(staged.site)
        if move.pk is None:
            raise NeverMovedIn(name=move.name or move.site)
        proof.kinds = list(_kinds(staged, move))
        _compare_chapters(staged, encodings, move, proof, tell)
    return proof


def _let_go(_finding: Finding) -> None:
    """What is noticed was reported when the archive moved in."""


def _kinds(staged: Staged, move: Move) -> Iterator[Compared]:
    for table, kind in KINDS.items():
        if there := staged.tables.get(table, 0):
            numbers = OldNumber.objects.filter(move=move, kind=kind, new__isnull=False)
            yield Compared(table, there, numbers.count())


def _compare_chapters(
    staged: Staged, encodings: Encodings, move: Move, proof: Proof, tell: Tell
) -> None:
    here = _chapters_here(move)
    old = OldSite(staged, ValueReader(note=_let_go, encodings=encodings))
    for place, row in enumerate(old.read("chapters", order=("chapid",))):
        letters = _letters_of(row, staged, encodings)
        if not letters:
            proof.without_text += 1
            continue
        proof.chapters += 1
        if trouble := _difference(letters, here.get(str(row.whole("chapid")))):
            proof.others.append(f"Chapter {row.whole('chapid')}: {trouble}.")
        else:
            proof.identical += 1
        tell("comparing chapters", place + 1, staged.tables["chapters"])


def _letters_of(row: OldRow, staged: Staged, encodings: Encodings) -> str:
    """Return the fingerprint of a chapter's text as it lies in the source, "" without one."""
    found = text_of(row, staged.texts)
    if not found:
        return ""
    reading = encodings.read(
        found.raw,
        table="chapters",
        column="storytext",
        number=row.whole("chapid"),
        story=row.whole("sid"),
    )
    return chapter_text_sha256(reading.text)


def _chapters_here(move: Move) -> dict[str, tuple[str, int]]:
    """Return the fingerprint and the newest revision of each chapter here, by its old number."""
    numbers = OldNumber.objects.filter(move=move, kind="chapter", new__isnull=False)
    new = dict(numbers.values_list("new", "old"))
    rows = Chapter.objects.filter(text__isnull=False)
    facts = rows.values_list("pk", "text__sha256", "revision_number").iterator()
    return {new[pk]: (sha256, revision) for pk, sha256, revision in facts if pk in new}


def _difference(letters: str, here: tuple[str, int] | None) -> str:
    if here is None:
        return "is not here"
    sha256, revision = here
    if sha256 == letters:
        return ""
    return "was changed here since" if revision > 1 else "has other letters here"
