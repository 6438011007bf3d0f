"""Who takes part, and their browsers."""

import pytest


@pytest.fixture(autouse=True)
def archive(db):
    from tests.cast import open_the_archive

    return open_the_archive()


@pytest.fixture
def ada():
    return _member("Ada")


@pytest.fixture
def ben():
    return _member("Ben")


@pytest.fixture
def mo():
    return _member("Mo", role="moderator")


@pytest.fixture
def adas(client, ada):
    """Ada’s browser."""
    client.force_login(ada)
    return client


@pytest.fixture
def bens(ben):
    """Ben’s browser."""
    from django.test import Client

    client = Client()
    client.force_login(ben)
    return client


@pytest.fixture
def general():
    """The id of the mildest rating, as a form sends it."""
    from storyhold.tags.queries import ratings

    return str(ratings()[0].pk)


@pytest.fixture
def typed(general):
    """The least that begins a story."""
    return {"title": "Low Water", "language": "en", "rating": general, "format": "plain",
            "text": "The lamp was lit.\r\n\r\n*You *must* hear me.*  "}  # fmt: skip


def _member(pen_name, **standing):
    from tests.cast import make_member

    return make_member(pen_name, **standing)
