"""Wren, who keeps the archive, signed in. Imports wait until Django is ready."""

import pytest


@pytest.fixture
def office(archive, client):
    from tests.cast import make_member

    client.force_login(make_member("Wren", role="archivist"))
    return client


@pytest.fixture
def kinds(archive):
    from storyhold.tags.models import TagKind

    return {kind.key: kind for kind in TagKind.objects.all()}


@pytest.fixture
def ada(archive):
    from tests.cast import make_member

    return make_member("Ada")
