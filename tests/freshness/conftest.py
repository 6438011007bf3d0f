"""What was stamped, for the tests of this room."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from storyhold.freshness.hook import the_stamps

Noting = Callable[..., AbstractContextManager[set[str]]]


@pytest.fixture
def noting() -> Noting:
    """Note which of these subjects are stamped within a block."""

    @contextmanager
    def note(*subjects: str) -> Iterator[set[str]]:
        before = {each: the_stamps().read([each])[-1] for each in subjects}
        found: set[str] = set()
        yield found
        found |= {each for each in subjects if the_stamps().read([each])[-1] != before[each]}

    return note
