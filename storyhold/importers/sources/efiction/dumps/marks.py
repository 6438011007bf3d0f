"""What comments and stray lines in a dump tell: who wrote it, and whether it is whole."""

import re
from dataclasses import dataclass, field

_WRITERS = {
    b"mysqldump": rb"-- (?:MySQL|MariaDB) dump ",
    b"phpMyAdmin": rb"(?:--|#) phpMyAdmin ",
    b"eFiction": rb"# Dump DATE : ",
    b"Sequel": rb"# Sequel (?:Pro|Ace)",
    b"MySQLDumper": rb"-- Status:",
    b"Adminer": rb"-- Adminer ",
    b"HeidiSQL": rb"-- HeidiSQL ",
    b"Navicat": rb"\s*Navicat ",
}
_WRITER = re.compile(b"|".join(b"(%s)" % sign for sign in _WRITERS.values()))
_NAMES = [str(name, "ascii") for name in _WRITERS]
_END = re.compile(rb"-- Dump completed|-- EOB|# Dump completed")


@dataclass
class Marks:
    """What was seen so far."""

    writers: list[str] = field(default_factory=list)
    charsets: list[str] = field(default_factory=list)
    has_end: bool = False
    strays: list[str] = field(default_factory=list)  # lines that are not SQL, a few of them

    def see_comment(self, comment: bytes) -> None:
        """Look at one comment."""
        if found := _WRITER.match(comment):
            self._see_writer(_NAMES[(found.lastindex or 1) - 1])
        elif _END.match(comment):
            self.has_end = True

    def _see_writer(self, writer: str) -> None:
        # eFiction's own backup says so over each table.
        if writer != "eFiction" or writer not in self.writers:
            self.writers.append(writer)
            self.has_end = False

    def see_charset(self, charset: str) -> None:
        """Remember what SET NAMES said."""
        if charset not in self.charsets:
            self.charsets.append(charset)

    def see_stray(self, line: bytes) -> None:
        """Remember a line that is no SQL."""
        words = re.sub(rb"<[^>]*>|\s+", b" ", line).strip()
        if words and len(self.strays) < 10:
            text = str(words[:200], "utf-8", "replace")
            self.strays.append("".join(sign if sign.isprintable() else "·" for sign in text))
