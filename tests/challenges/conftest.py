"""Who takes part."""

import pytest


@pytest.fixture(autouse=True)
def _database(db: None) -> None:
    """Every test of this room writes."""


@pytest.fixture
def ada():
    return _member("Ada")


@pytest.fixture
def ben():
    return _member("Ben")


@pytest.fixture
def mo():
    return _member("Mo", role="moderator")


def _member(pen_name, **standing):
    # Here, because this file is read before Django is ready.
    from tests.cast import make_member

    return make_member(pen_name, **standing)
