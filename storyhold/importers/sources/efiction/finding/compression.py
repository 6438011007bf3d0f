"""Files that are packed one by one, told by their first bytes."""

import bz2
import gzip
import lzma
from typing import IO

_MAGIC = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\x00": "xz", b"\x28\xb5\x2f\xfd": "zst"}


def kind_of(beginning: bytes) -> str:
    """Return how a file that begins so is packed, "" if it is not."""
    return next((kind for magic, kind in _MAGIC.items() if beginning.startswith(magic)), "")


def unpacked(stream: IO[bytes], kind: str) -> IO[bytes]:
    """Return the content of a packed file as a stream."""
    match kind:
        case "gz":
            return gzip.GzipFile(fileobj=stream)  # type: ignore[return-value]
        case "bz2":
            return bz2.BZ2File(stream)
        case "xz":
            return lzma.LZMAFile(stream)
    return stream
