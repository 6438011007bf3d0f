"""Which stories folder belongs to a database: the one that has the files of its chapters."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from storyhold.importers.findings import Finding, Note
from storyhold.importers.sources.efiction.finding.looking import Chapters
from storyhold.importers.sources.efiction.finding.source import Source
from storyhold.importers.sources.efiction.finding.text_files import TextFiles, text_files
from storyhold.importers.sources.efiction.refusals import (
    StoriesFolderDoesNotFit,
    StoriesFolderIsMissing,
)

Pairs = Sequence[tuple[int, int]]  # a chapter's author and its number
ENOUGH = 0.2  # of the chapters that should have a file there: old folders have gaps


@dataclass(frozen=True)
class _Match:
    root: Path
    found: int
    looked: int

    @property
    def is_enough(self) -> bool:
        return self.found > 0 and self.found >= ENOUGH * self.looked


def texts_of(source: Source, needed: Pairs, others: Pairs, *, note: Note) -> TextFiles:
    """Return the stories folder of a database. Raises when none fits and texts are in files.

    `needed` are the chapters without a text in the database, `others` those with one.
    """
    if not source.are_stories_wanted:
        return TextFiles()
    looked = needed or others
    best = max(
        (_match(root, chapters, looked) for root, chapters in source.roots.items()),
        key=lambda match: match.found,
        default=None,
    )
    if best and (best.is_enough or not needed):
        return _noted(best, note)
    if source.are_stories_given:
        raise _does_not_fit(source, best, needed)
    if len(needed) > len(others):
        raise _is_missing(best, needed, others)
    return TextFiles()


def _match(root: Path, chapters: Chapters, looked: Pairs) -> _Match:
    named = {number for folder, number in chapters if not folder.isdigit()}
    found = sum((str(uid), chapid) in chapters or chapid in named for uid, chapid in looked)
    return _Match(root, found, len(looked))


def _noted(match: _Match, note: Note) -> TextFiles:
    facts = {
        "folder": match.root.name,
        "found": str(match.found),
        "looked": str(match.looked),
    }
    note(Finding("stories folder", "chapters", facts=facts))
    texts = text_files(match.root)
    if texts.others:
        examples = ", ".join(sorted(texts.others)[:5])
        facts = {"count": str(len(texts.others)), "examples": examples}
        note(Finding("files of no use", "chapters", facts=facts))
    return texts


def _does_not_fit(source: Source, best: _Match | None, needed: Pairs) -> Exception:
    if not needed:
        return StoriesFolderDoesNotFit(folder=source.name, looked=0, example="-", found=0)
    uid, chapid = needed[0]
    return StoriesFolderDoesNotFit(
        folder=f"“{best.root.name}”" if best else "that was named",
        looked=len(needed),
        example=f"{uid}/{chapid}.txt",
        found=best.found if best else 0,
    )


def _is_missing(best: _Match | None, needed: Pairs, others: Pairs) -> Exception:
    compared = f" (the best, “{best.root.name}”, has {best.found} of them)" if best else ""
    chapters = len(needed) + len(others)
    return StoriesFolderIsMissing(missing=len(needed), chapters=chapters, compared=compared)
