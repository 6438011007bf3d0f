"""Texts as they are kept where nobody searches in them."""

import zlib


def pack(text: str) -> bytes:
    """Return the text packed."""
    return zlib.compress(text.encode(), level=6)


def unpack(packed: bytes | memoryview) -> str:
    """Return the text from what `pack` made."""
    return zlib.decompress(packed).decode()
