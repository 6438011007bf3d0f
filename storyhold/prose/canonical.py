"""The front door: what an author typed goes in, canonical HTML comes out."""

from dataclasses import dataclass

from storyhold.prose.allow_list import gated
from storyhold.prose.builder import read_html
from storyhold.prose.document import Container
from storyhold.prose.fingerprint import canonical_text_sha256
from storyhold.prose.formats import Format, guess_format
from storyhold.prose.numbering import count_paragraphs
from storyhold.prose.plain import read_plain
from storyhold.prose.serialize import html_of
from storyhold.prose.shape import blocks_of
from storyhold.prose.short import shortened
from storyhold.prose.words import count_words

__all__ = ["Format", "Prose", "canonical_html", "guess_format", "read", "short_html"]


@dataclass(frozen=True, slots=True)
class Prose:
    """A text as we keep it, with what is asked of it most."""

    html: str
    words: int
    paragraphs: int
    fingerprint: str


def read(source: str, *, format: Format) -> Prose:  # noqa: A002 - the word people use
    """Return the canonical text of `source` and its facts, each made once."""
    html = canonical_html(source, format=format)
    return Prose(html, count_words(html), count_paragraphs(html), canonical_text_sha256(html))


def canonical_html(source: str, *, format: Format) -> str:  # noqa: A002
    """Return canonical chapter HTML, safe to send to any browser.

    The same comes out when it is put in again as "html". Takes any text without an
    exception, in time linear in its length.
    """
    return gated(html_of(blocks_of(_tree(source, format, images=True)), numbered=True))


def short_html(source: str, *, format: Format | None = None) -> str:  # noqa: A002
    """Return the same for a summary, note, biography or review, in the short profile.

    Paragraphs have no numbers; pictures become their alternative text; headings, tables and
    hidden parts become paragraphs. Without a format it is guessed.
    """
    tree = _tree(source, format or guess_format(source), images=False)
    return gated(html_of(shortened(blocks_of(tree)), numbered=False))


def _tree(source: str, format: Format, *, images: bool) -> Container:  # noqa: A002
    if format == "html":
        return read_html(source, images=images)
    if format == "plain":
        return read_plain(source)
    raise ValueError(f"A text is “plain” or “html”, not “{format}”.")
