"""What a page, or a part of it that is kept, was made from: noted while it is being made."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field


@dataclass
class Watch:
    """The tables that were read, what else is shown, and for how many seconds it stays true."""

    tables: set[str] = field(default_factory=set)
    subjects: set[str] = field(default_factory=set)
    age: float = 3600.0

    def add(self, other: "Watch") -> None:
        """Note that a part of what is made was made from this."""
        self.tables |= other.tables
        self.subjects |= other.subjects
        self.age = min(self.age, other.age)


_watching: ContextVar[Watch | None] = ContextVar("watching", default=None)


@contextmanager
def watching() -> Iterator[Watch]:
    """Note what is read from here on, for ourselves and for whoever watches around us."""
    around = _watching.get()
    watch = Watch()
    token = _watching.set(watch)
    try:
        yield watch
    finally:
        _watching.reset(token)
        if around is not None:
            around.add(watch)


def watch() -> Watch:
    """Return what notes now; where nobody watches, one that is thrown away."""
    return _watching.get() or Watch()


def shows(*subjects: str) -> None:
    """Note that what is being made depends on these, whatever tables it reads."""
    watch().subjects.update(subjects)


def lasts(seconds: float) -> None:
    """Note that what is being made depends on the time: it stays true for so long at most."""
    noted = watch()
    noted.age = min(noted.age, seconds)
