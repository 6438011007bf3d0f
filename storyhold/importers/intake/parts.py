"""Dividing what comes in into parts that are each carried out at once."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Thing = TypeVar("Thing")


def in_parts(things: Iterable[Thing], size: int) -> Iterator[list[Thing]]:
    """Yield the things in lists of `size`, the last of them perhaps shorter."""
    rest = iter(things)
    while part := list(islice(rest, size)):
        yield part
