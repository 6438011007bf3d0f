"""Where the text of a chapter is: in a file, in its table, or in both."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from storyhold.importers.sources.efiction.finding.text_files import TextFile, TextFiles
from storyhold.importers.sources.efiction.old_row import OldRow

LONGEST_IN_TABLE = 65_535
NEARLY = 8  # bytes that may be missing where a letter or tag did not fit


@dataclass(frozen=True, slots=True)
class FoundText:
    """Bytes of a text and where they were found: a file's name, or nothing for the table."""

    raw: bytes
    source: str = ""
    written: datetime | None = None

    def __str__(self) -> str:
        day = f", {self.written:%Y-%m-%d}" if self.written else ""
        return f"{self.source or 'the table'} ({len(self.raw)} bytes{day})"


def text_of(row: OldRow, texts: TextFiles) -> FoundText | None:
    """Return the text of a chapter: its author's file, else its table's, else any file of it.

    None where there is none. Says so, and where there are several or one that was cut.
    """
    found = [text for text in _candidates(row, texts) if text.raw.strip()]
    if not found:
        row.say("chapter without text", title=row.line("title"))
        return None
    taken, *others = found
    if others := [text for text in others if text.raw.strip() != taken.raw.strip()]:
        said = "; ".join(map(str, others))
        row.say("chapter with several texts", taken=taken, others=said)
    if not taken.source and len(taken.raw) >= LONGEST_IN_TABLE - NEARLY:
        row.say("text fills its column", bytes=len(taken.raw))
    return taken


def _candidates(row: OldRow, texts: TextFiles) -> Iterator[FoundText]:
    files, author = texts.with_number(row.whole("chapid")), str(row.whole("uid"))
    yield from (_in_file(file, texts) for file in files if file.folder == author)
    yield FoundText(row.row.get("storytext") or b"")
    yield from (_in_file(file, texts) for file in files if file.folder != author)


def _in_file(file: TextFile, texts: TextFiles) -> FoundText:
    return FoundText(texts.read(file), file.path, datetime.fromtimestamp(file.modified, UTC))
