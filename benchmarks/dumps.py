"""How fast dumps of eFiction are read, and in how much memory.

python -m benchmarks.dumps             a dump of each style
python -m benchmarks.dumps 5000        … of so many megabytes
"""

import io
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator

from storyhold.importers.sources.efiction.dumps.reading import Dump
from storyhold.importers.sources.efiction.dumps.window import Window

MEGABYTE = 1_000_000
WORDS = (
    b"the tide came slow and grey it's \xe2\x80\x9clate\xe2\x80\x9d she said <i>now</i>\n".split(
        b" "
    )
)
ESCAPES = ((b"\\", b"\\\\"), (b"'", b"\\'"), (b'"', b'\\"'), (b"\n", b"\\n"))


def text(words: int, dice: random.Random) -> bytes:
    whole = b" ".join(dice.choices(WORDS, k=words))
    for sign, written in ESCAPES:
        whole = whole.replace(sign, written)
    return whole


def chapters(row: Callable[[bytes, list[bytes]], bytes]) -> list[bytes]:
    dice = random.Random(7)  # noqa: S311
    return [
        row(
            b"fanfiction_chapters",
            [b"%d" % n, b"One", b"1", b"", text(2000, dice), b"", *b"1 2000 0 3 9 4 77".split()],
        )
        for n in range(400)
    ]  # fmt: skip


def reviews(row: Callable[[bytes, list[bytes]], bytes]) -> list[bytes]:
    dice = random.Random(8)  # noqa: S311
    return [
        row(
            b"fanfiction_reviews",
            [b"%d" % n, *b"12 144 June 9".split(), text(40, dice), *b"1101434615 7 0 ST".split()],
        )
        for n in range(2000)
    ]  # fmt: skip


def value(text: bytes, quote: bytes) -> bytes:
    return text if text.isdigit() and quote == b"'" else quote + text + quote


def in_blocks(_table: bytes, values: list[bytes]) -> bytes:
    return b"(" + b",".join(value(one, b"'") for one in values) + b")"


def one_by_one(table: bytes, values: list[bytes]) -> bytes:
    listed = b", ".join(value(one, b'"') for one in values)
    return b"INSERT INTO %s VALUES(%s);\r\n" % (table, listed)


class Endless(io.RawIOBase):
    """Pieces over and over, up to a size."""

    def __init__(self, piece: bytes, size: int) -> None:
        self._piece, self._left = piece, size

    def read(self, _size: int = -1, /) -> bytes:
        self._left -= len(self._piece)
        return self._piece if self._left > 0 else b""


def styles() -> Iterator[tuple[str, bytes]]:
    for name, made in (("chapters", chapters), ("reviews", reviews)):
        head = b"INSERT INTO `fanfiction_%s` VALUES " % name.encode()
        yield f"mysqldump, {name}", head + b",".join(made(in_blocks)) + b";\n"
        yield f"own backup, {name}", b"".join(made(one_by_one))


def main() -> None:
    size = int(sys.argv[1]) * MEGABYTE if len(sys.argv) > 1 else 100 * MEGABYTE
    for name, piece in styles():
        began = time.process_time()
        rows = 0
        for event in Dump(Window(Endless(piece, size)), wants=lambda _table: True):
            rows += len(event.rows)
        seconds = time.process_time() - began
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{name:22} {size / MEGABYTE / seconds:6.0f} MB/s  {rows:9,} rows  {memory:5.0f} MB")


if __name__ == "__main__":
    main()
