"""Learning how a site's older texts are to be read, before the first of them is."""

from collections.abc import Iterator
from itertools import islice

from storyhold.importers.sources.efiction.finding.config import charset_of
from storyhold.importers.sources.efiction.finding.source import Source
from storyhold.importers.sources.efiction.staging import Staged
from storyhold.importers.sources.efiction.values.encodings import Encodings

# Where each table has its long texts; chapters first, as they teach all others.
_LONG = (
    ("chapters", "storytext"),
    ("reviews", "review"),
    ("stories", "summary"),
    ("series", "summary"),
    ("authors", "bio"),
    ("news", "story"),
    ("messages", "message_text"),
)
_MOST_ROWS = 20_000  # of one table are looked at
_MOST_FILES = 2_000


def declared_by(source: Source, staged: Staged) -> str:
    """Return the character set that the site's language file declares, "" for none."""
    settings = next(staged.rows("settings"), {})
    language = (settings.get("language") or b"en").decode("latin-1").lower()
    path = source.languages.get(language) or source.languages.get(f"{language}.php")
    return charset_of(path) if path else ""


def learn(encodings: Encodings, staged: Staged) -> None:
    """Look at long texts of each table."""
    for table, column in _LONG:
        encodings.learn(table, _texts(staged, table, column))


def _texts(staged: Staged, table: str, column: str) -> Iterator[bytes]:
    if table == "chapters":
        for file in islice(staged.texts.without(()), _MOST_FILES):
            yield staged.texts.read(file)
    for row in islice(staged.rows(table), _MOST_ROWS):
        yield row.get(column) or b""
