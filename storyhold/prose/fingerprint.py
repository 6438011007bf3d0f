"""A fingerprint of every visible letter, to prove that none was lost."""

from hashlib import sha256

from storyhold.prose.builder import read_html
from storyhold.prose.characters import nfc, visible
from storyhold.prose.document import letters_of


def chapter_text_sha256(html: str) -> str:
    """Return the SHA-256 of the letters in any HTML, as lower-case hexadecimal digits.

    The letters are all text in reading order, the symbols of scene breaks and the alternative
    text of pictures that cannot be shown included; without white space, soft hyphens,
    zero-width spaces and bidirectional controls; in Unicode NFC, as UTF-8. A source and the
    canonical HTML made of it have the same.
    """
    letters = visible("".join(letters_of(read_html(html))))
    return sha256(nfc(letters).encode()).hexdigest()
