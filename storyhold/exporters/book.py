"""What becomes a file: one story, or several, as plain values.

All HTML in here is canonical HTML (`docs/reference/canonical-html.md`), all other texts are plain.
"""

from dataclasses import dataclass
from pathlib import Path

Fact = tuple[str, str]  # its name, and what it is


@dataclass(frozen=True)
class Words:
    """What a file says beside the texts, in the language of the archive's pages."""

    language: str
    cover: str
    title_page: str
    contents: str
    summary: str
    notes: str
    opening_note: str
    closing_note: str
    colophon: str


@dataclass(frozen=True)
class Chapter:
    """A chapter with its notes."""

    number: int
    title: str  # as its author called it; may be empty
    label: str  # “Chapter 3”
    heading: str  # “Chapter 3: Low Water”
    html: str
    address: str = ""
    day: str = ""  # on which it was published
    signed: str = ""  # who wrote it, where the story does not say
    opening_note: str = ""
    closing_note: str = ""


@dataclass(frozen=True)
class Story:
    """A story with the chapters that the reader may see, in order."""

    title: str
    byline: str
    authors: tuple[str, ...]
    language: str
    direction: str
    address: str
    facts: tuple[Fact, ...]
    chapters: tuple[Chapter, ...]
    contributors: tuple[str, ...] = ()  # who wrote chapters of it without being its authors
    summary: str = ""
    notes: str = ""

    @property
    def is_short(self) -> bool:
        """Whether its one chapter needs no heading beside the title."""
        return len(self.chapters) == 1 and not self.chapters[0].title


@dataclass(frozen=True)
class Place:
    """Where the story stands in a series."""

    series: str
    address: str
    number: int


@dataclass(frozen=True)
class Picture:
    """A picture that the archive keeps, under the address by which texts call it."""

    address: str
    file: Path  # WebP
    is_described: bool  # wherever a text shows it


@dataclass(frozen=True)
class Book:
    """What goes into one file."""

    title: str
    byline: str
    authors: tuple[str, ...]
    language: str
    direction: str
    archive: str  # its name
    site: str  # its address, without a slash
    path: str  # where this stands on it
    stories: tuple[Story, ...]
    words: Words
    summary: str = ""
    published: str = ""  # ISO
    subjects: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    pictures: tuple[Picture, ...] = ()
    closing_words: str = ""  # what the archive puts at the end of everything printed
    is_collection: bool = False  # of several stories

    @property
    def pictures_have_words(self) -> bool:
        """Whether somebody who sees none of the pictures misses nothing."""
        return all(picture.is_described for picture in self.pictures)

    @property
    def address(self) -> str:
        """Where it can be read in the archive."""
        return self.site + self.path
