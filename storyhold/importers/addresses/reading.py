"""Reading an old address as it was written down somewhere, with the accidents on its way."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote_plus

# What it was meant to run; whatever stands after it is a slip of whoever copied it.
_SCRIPT = re.compile(r"([\w.-]*?)\.php", re.IGNORECASE | re.ASCII)
_AMPERSAND = re.compile(r"(?:^|&)(?:amp;|#0*38;)+", re.IGNORECASE)
_DIGITS = re.compile(r"\s*0*([0-9]{1,18})(?![0-9])", re.ASCII)
LONGEST = 4_000  # letters of a query that are read
MOST = 100  # parameters


@dataclass(frozen=True, slots=True)
class OldAddress:
    """The folder, the script without its `.php`, and what was asked of it; all in small letters.

    `script` is "" where there is none: then `path` may name a file. `path` is as it was.
    """

    folder: tuple[str, ...]
    script: str
    path: tuple[str, ...]
    asked: Mapping[str, list[str]]

    def has(self, name: str) -> bool:
        """Whether it asks this at all."""
        return name in self.asked

    def word(self, name: str) -> str:
        """Return what is said last, as PHP takes it, without junk around it; or ''."""
        said = self.asked.get(name, [""])[-1]
        return said.strip().rstrip(").,;>'\"").strip()

    def choice(self, name: str) -> str:
        """Return a word of the program's own, in small letters."""
        return self.word(name).lower()

    def number(self, *names: str) -> int | None:
        """Return the number that the first of these which has one begins with."""
        return next(filter(None, (_number(self.word(name)) for name in names)), None)

    def numbers(self, *names: str) -> list[int]:
        """Return all numbers of lists, which are joined with commas or said again and again."""
        said = [part for name in names for value in self.asked.get(name, [])
                for part in value.split(",")]  # fmt: skip
        return list(dict.fromkeys(filter(None, map(_number, said))))


def read_address(path: str, query: str = "") -> OldAddress:
    """Return the address that a path (already unquoted) and a query, as it came, stand for."""
    path, _mark, more = path.partition("?")  # a question mark that was quoted
    parts = tuple(part for part in re.split(r"[/\\]+", path) if part)
    asked = _read_query("&".join(filter(None, (more, query))))
    for place in range(len(parts) - 1, -1, -1):
        match = _SCRIPT.match(parts[place])
        if match:
            folder = tuple(part.lower() for part in parts[:place])
            return OldAddress(folder, match[1].lower(), parts, asked)
    return OldAddress(tuple(part.lower() for part in parts), "", parts, asked)


def _read_query(query: str) -> dict[str, list[str]]:
    if "=" not in query:
        query = unquote_plus(query, errors="replace")
    query = _AMPERSAND.sub("&", query[:LONGEST].partition("#")[0])
    asked: dict[str, list[str]] = {}
    for pair in query.split("&")[:MOST]:
        name, _equals, value = pair.partition("=")
        value = unquote_plus(value, errors="replace").replace("\0", "")
        asked.setdefault(_name(name), []).append(value)
    return asked


def _name(written: str) -> str:
    name = unquote_plus(written, errors="replace").strip().lower().partition("[")[0]
    # `&amptype=ST` is a slip of the program itself; none of its parameters begins so.
    return name.removeprefix("amp")


def _number(said: str) -> int | None:
    match = _DIGITS.match(said)
    return int(match[1]) if match else None
