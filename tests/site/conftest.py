"""Archives to serve: new ones, and copies of the sample archive."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.served import Databases, Place, Served


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    made = Databases()
    yield made
    made.drop_all()


@pytest.fixture
def new_place(tmp_path: Path, databases: Databases) -> Place:
    """An archive that is not there yet."""
    return Place(tmp_path / "archive", databases.for_new_folder())


@pytest.fixture(scope="session")
def empty_place(tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Place:
    """An archive that has not been set up, for all tests: to be copied, never to be served."""
    place = Place(tmp_path_factory.mktemp("empty") / "archive", databases.for_new_folder())
    prepared = place.run("prepare")
    assert prepared.returncode == 0, prepared.stderr
    return place


@pytest.fixture
def place(empty_place: Place, tmp_path: Path, databases: Databases) -> Place:
    """An archive that has not been set up, for one test."""
    return _copy(empty_place, tmp_path, databases)


@pytest.fixture(scope="session")
def filled_place(tmp_path_factory: pytest.TempPathFactory, databases: Databases) -> Place:
    """A sample archive for all tests: to be copied, never to be served."""
    place = Place(tmp_path_factory.mktemp("sample") / "archive", databases.for_new_folder())
    filled = place.run("prepare", "--sample")
    assert filled.returncode == 0, filled.stderr
    return place


@pytest.fixture
def sample_place(filled_place: Place, tmp_path: Path, databases: Databases) -> Place:
    """A sample archive for one test."""
    return _copy(filled_place, tmp_path, databases)


def _copy(place: Place, folder: Path, databases: Databases) -> Place:
    data = shutil.copytree(place.data, folder / "archive")
    return Place(data, databases.for_new_folder(like=place))


class Server:
    """Serves places. Whatever is still running at the end of the test is killed."""

    def __init__(self) -> None:
        self.running: list[Served] = []

    def __call__(self, place: Place, *words: str, port: int | None = None) -> Served:
        self.running.append(Served(place, *words, port=port))
        return self.running[-1]

    def end_all(self) -> None:
        for served in self.running:
            served.end()
        self.running.clear()


@pytest.fixture
def serve() -> Iterator[Server]:
    server = Server()
    yield server
    for served in server.running:
        served.kill_all()
