"""The text of a chapter, from a file that its author brings."""

from pathlib import PurePath
from typing import NamedTuple

from storyhold.prose.decoding import decoded
from storyhold.prose.formats import Format, guess_format
from storyhold.prose.one_line import one_line
from storyhold.stories.actions.writing import MOST_LETTERS
from storyhold.stories.refusals import (
    FileHasNoText,
    FileIsDamaged,
    FileIsOfAnotherKind,
    FileIsTooLong,
)

TEXT_FILES = (".txt", ".text", ".md")
HTML_FILES = (".html", ".htm", ".xhtml")
KINDS = (*TEXT_FILES, *HTML_FILES)


class TextFromFile(NamedTuple):
    """What goes into the form."""

    name: str
    text: str
    format: Format
    encoding: str  # empty where there is no doubt about it


def text_from_file(name: str, content: bytes, *, language: str) -> TextFromFile:
    """Return the text of a file, letter for letter, and how it is written.

    `language` is that of the story. Raises `FileIsOfAnotherKind`, `FileHasNoText`,
    `FileIsDamaged` and `FileIsTooLong`.
    """
    kind, name = PurePath(name).suffix.lower(), one_line(name)
    if kind not in KINDS:
        raise FileIsOfAnotherKind(name=name)
    text, encoding = found = decoded(content, language=language)
    if not text.strip():
        raise FileHasNoText(name=name)
    if "\0" in text:
        raise FileIsDamaged(name=name)
    if len(text) > MOST_LETTERS:
        raise FileIsTooLong(name=name, letters=f"{len(text):,}", most=f"{MOST_LETTERS:,}")
    # Many old files of plain text were written for an archive that wanted tags.
    written: Format = "html" if kind in HTML_FILES else guess_format(text)
    return TextFromFile(name, text, written, "" if found.is_certain else encoding)
