"""`storyhold prose`: show what becomes of a text."""

import argparse
import json
import sys
from pathlib import Path
from typing import NoReturn

from storyhold.prose.canonical import Format, read
from storyhold.prose.limits import MAX_COMMAND_BYTES


class _UnreadableError(Exception):
    """A file we cannot take, said in a sentence."""


class _Words(argparse.ArgumentParser):
    """A parser whose errors are sentences."""

    def error(self, message: str) -> NoReturn:
        """Say what could not be read, and end with 2."""
        self.exit(
            2, f"“{self.prog}” was not understood: {message}. “{self.prog} --help” explains it.\n"
        )


def main(argv: list[str]) -> int:
    """Run the command; return 0, or 2 when the file could not be read."""
    arguments = _parser().parse_args(argv)
    try:
        source = _source(arguments.file)
    except _UnreadableError as reason:
        sys.stderr.write(f"{reason}\n")
        return 2
    prose = read(source, format=arguments.format or _format_of(arguments.file))
    if arguments.facts:
        facts = {
            "words": prose.words,
            "paragraphs": prose.paragraphs,
            "chapter_text_sha256": prose.fingerprint,
        }
        _write(json.dumps(facts, indent=2))
    else:
        _write(prose.html)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Words(
        prog="storyhold prose",
        description="Show how the archive would keep a text: as HTML, one paragraph a line.",
        epilog="Example: storyhold prose chapter-1.txt --facts",
    )
    parser.add_argument("file", metavar="FILE", help="a text in UTF-8, or - to read standard input")
    parser.add_argument(
        "--format",
        choices=("plain", "html"),
        help="how it is written; without this, .html and .htm are html and the rest is plain",
    )
    parser.add_argument(
        "--facts",
        action="store_true",
        help="print the number of words and paragraphs and the fingerprint of the letters, as JSON",
    )
    return parser


def _source(name: str) -> str:
    content = _content(name)
    if len(content) > MAX_COMMAND_BYTES:
        raise _UnreadableError(f"“{name}” is larger than 10 MB. Divide it and try each part.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _UnreadableError(
            f"“{name}” is not UTF-8: byte {error.start + 1} fits nothing. "
            "Save it as UTF-8 in your editor and try again."
        ) from error


def _content(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(MAX_COMMAND_BYTES + 1)
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_COMMAND_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "that is no name of a file"
        raise _UnreadableError(f"“{name}” could not be read: {reason}.") from error


def _format_of(name: str) -> Format:
    return "html" if name.lower().endswith((".html", ".htm")) else "plain"


def _write(text: str) -> None:
    sys.stdout.buffer.write(f"{text}\n".encode())
    sys.stdout.buffer.flush()
