"""One edge for all tests of the room: each begins with an empty backend."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.edge.backend import RunningEdge, Said


@pytest.fixture(scope="session")
def running_edge() -> Iterator[RunningEdge]:
    # Not tmp_path: a socket's path has to be short.
    with tempfile.TemporaryDirectory() as folder:
        running = RunningEdge(Path(folder))
        yield running
        running.end()


@pytest.fixture
def edge(running_edge: RunningEdge) -> RunningEdge:
    """An edge that has kept nothing yet, before a backend that says hello."""
    running_edge.backend.asked.clear()
    running_edge.backend.broken.clear()
    running_edge.backend.answer = lambda _asked: Said()
    running_edge.edge.reads.report()
    running_edge.stamps.stamp("everything")
    return running_edge
