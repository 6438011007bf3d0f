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


_watching: ContextVar[Watch | None] = ContextVar("watching", default=None)


@contextmanager
def watching() -> Iterator[Watch]:
    """Note what is read from here on; whoever watches around us does not learn of it."""
    watch = Watch()
    token = _watching.set(watch)
    try:
        yield watch
    finally:
        _watching.reset(token)


def watch() -> Watch:
    """Return what notes now; where nobody watches, one that is thrown away."""
    return _watching.get() or Watch()


@contextmanager
def changing(seconds: float) -> Iterator[None]:
    """Read what nobody is told of when it changes: it is shown for so many seconds at most."""
    token = _watching.set(None)
    try:
        yield
    finally:
        _watching.reset(token)
    lasts(seconds)


def shows(*subjects: str) -> None:
    """Note that what is being made depends on these, whatever tables it reads."""
    watch().subjects.update(subjects)


def lasts(seconds: float) -> None:
    """Note that what is being made depends on the time: it stays true for so long at most."""
    noted = watch()
    noted.age = min(noted.age, seconds)
