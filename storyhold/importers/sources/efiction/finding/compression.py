"""Files that are packed one by one, told by their first bytes."""

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from pathlib import Path
from typing import IO, cast

import zstandard

from storyhold.importers.sources.efiction.dumps.window import Readable

_MAGIC = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\x00": "xz", b"\x28\xb5\x2f\xfd": "zst"}
BROKEN = (
    EOFError,
    NotImplementedError,  # packed in a way that nobody here knows
    OSError,
    lzma.LZMAError,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
    zstandard.ZstdError,
)


def kind_of(path: Path) -> str:
    """Return how a file is packed: gz, bz2, xz, zst, zip, or "" for not at all."""
    with path.open("rb") as file:
        beginning = file.read(8)
    if beginning.startswith(b"PK\x03\x04"):
        return "zip"
    return next((kind for magic, kind in _MAGIC.items() if beginning.startswith(magic)), "")


def unpacked(stream: IO[bytes], kind: str) -> Readable:
    """Return the content of a packed file as a stream."""
    match kind:
        case "gz":
            return gzip.GzipFile(fileobj=stream)
        case "bz2":
            return bz2.BZ2File(stream)
        case "xz":
            return lzma.LZMAFile(stream)
        case "zst":
            reader = zstandard.ZstdDecompressor().stream_reader(stream, read_across_frames=True)
            return cast(Readable, reader)
    return stream
