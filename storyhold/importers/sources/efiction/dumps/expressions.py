"""A value that is written as more than one piece: `CONVERT('…' USING utf8)`, `'a' 'b'`, `-1`."""

from storyhold.importers.sources.efiction.dumps.literals import value_of


class Expression:
    """The pieces of one value, and what they come to."""

    def __init__(self, *, has_backslashes: bool) -> None:
        self._has_backslashes = has_backslashes
        self._texts: list[bytes] = []
        self._words: list[bytes] = []
        self._last = ("", b"")
        self.depth = 0

    def add(self, kind: str, piece: bytes) -> None:
        """Take the next piece."""
        self.depth += (piece == b"(") - (piece == b")") if kind == "sign" else 0
        self._last = kind, piece
        if kind == "text":
            self._texts.append(piece)
        elif kind == "word":
            self._words.append(piece)

    def may_go_on(self, kind: str, piece: bytes) -> bool:
        """Whether this may follow: behind a text only another text, or how to compare it."""
        last_kind, last = self._last
        if not self._texts or self.depth > 0 or last.upper() == b"COLLATE":
            return True
        return last_kind == "text" and (kind == "text" or piece.upper() == b"COLLATE")

    def value(self) -> bytes | None:
        """Return what the server would keep, as far as that can be known without it."""
        if not self._texts:
            words = [word for word in self._words if word[:1] != b"_"]
            return self._value_of(b"".join(words)) if words else None
        introducer = self._words[0].lower() if self._words else b""
        if introducer in (b"x", b"b", b"unhex"):
            digits = self._texts[0][1:-1]
            return self._value_of((b"b'" if introducer == b"b" else b"x'") + digits + b"'")
        return b"".join(self._value_of(text) or b"" for text in self._texts)

    def _value_of(self, token: bytes) -> bytes | None:
        return value_of(token, has_backslashes=self._has_backslashes)
