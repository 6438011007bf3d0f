"""Wren keeps the archive and writes its news; Ben reads it.

The cast is imported where it is used: this file is read before Django is ready.
"""

import pytest


@pytest.fixture
def wren(archive):
    from tests.cast import make_member

    return make_member("Wren", role="archivist")


@pytest.fixture
def mo(archive):
    from tests.cast import make_member

    return make_member("Mo", role="moderator")


@pytest.fixture
def ben(archive):
    from tests.cast import make_member

    return make_member("Ben")


@pytest.fixture
def item(wren):
    from django.utils.timezone import now

    from storyhold.news.actions import write_news

    return write_news(
        title="The cellar is dry", text="Come *in*.", by=wren.pen_name, published_at=now()
    )
