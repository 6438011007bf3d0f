"""A fingerprint of every visible letter, to prove that none was lost."""

from hashlib import sha256

from storyhold.prose.builder import read_html
from storyhold.prose.characters import counted, nfc
from storyhold.prose.document import letters_of
from storyhold.prose.texts import all_letters


def chapter_text_sha256(html: str) -> str:
    """Return the SHA-256 of the letters in any HTML, as lower-case hexadecimal digits.

    The letters are all text in reading order and the symbols of scene breaks, without white
    space, soft hyphens and zero-width spaces; in Unicode NFC, as UTF-8. A source and the
    canonical HTML made of it have the same.
    """
    return _sha256("".join(letters_of(read_html(html))))


def canonical_text_sha256(html: str) -> str:
    """Return the same for canonical HTML, where no tree is needed to find the letters."""
    return _sha256(all_letters(html))


def _sha256(letters: str) -> str:
    # White space goes first: in the source, a line end may stand between a letter and its
    # accent, where canonical HTML has none.
    return sha256(nfc(counted(letters)).encode()).hexdigest()
