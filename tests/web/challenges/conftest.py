"""Who takes part, and their browsers."""

import pytest
from django.test import Client


@pytest.fixture(autouse=True)
def _opened(archive):
    """Every test of this room begins in an open archive."""


@pytest.fixture
def ada():
    return _member("Ada")


@pytest.fixture
def ben():
    return _member("Ben")


@pytest.fixture
def adas(ada):
    """Ada’s browser."""
    return _browser(ada)


@pytest.fixture
def bens(ben):
    """Ben’s browser."""
    return _browser(ben)


def _member(pen_name):
    from tests.cast import make_member

    return make_member(pen_name)


def _browser(member):
    client = Client()
    client.force_login(member)
    return client
