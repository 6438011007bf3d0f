"""Lists that name other rows: by numbers or, as in 1.x and in some archives still, by names."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from storyhold.importers.sources.efiction.values import lists


@dataclass(frozen=True, slots=True)
class Named:
    """What a list names, each once, and the words that nothing is called by."""

    known: tuple[int, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass
class References:
    """The numbers of a table's rows, and their names. Of two with one name the first counts."""

    numbers: set[int] = field(default_factory=set)
    _by_name: dict[str, int] = field(default_factory=dict)

    def add(self, number: int, name: str) -> None:
        """Know a row."""
        self.numbers.add(number)
        self._by_name.setdefault(lists.name_key(name), number)

    def named_in(self, text: str) -> Named:
        """Resolve a list."""
        if not lists.names_of(text):
            return self._of_words(map(str, lists.numbers(text)))
        found = lists.names_in(text, self._by_name)
        by_name = [self._by_name[lists.name_key(name)] for name in found.known]
        rest = self._of_words(found.unknown)
        return Named(tuple(dict.fromkeys([*by_name, *rest.known])), rest.unknown)

    def one(self, text: str) -> int | None:
        """Resolve a value that names a single row."""
        if text.isdecimal() and int(text) in self.numbers:
            return int(text)
        return self._by_name.get(lists.name_key(text))

    def _of_words(self, words: Iterable[str]) -> Named:
        known: dict[int, None] = {}
        unknown: list[str] = []
        for word in words:
            if word.isdecimal() and int(word) in self.numbers:
                known[int(word)] = None
            else:
                unknown.append(word)
        return Named(tuple(known), tuple(unknown))
