"""Ada writes, Ben reads, Mo moderates, Wren keeps the archive.

The cast is imported where it is used: this file is read before Django is ready.
"""

import pytest


@pytest.fixture
def ada(archive):
    from tests.cast import make_member

    return make_member("Ada")


@pytest.fixture
def ben(archive):
    from tests.cast import make_member

    return make_member("Ben")


@pytest.fixture
def mo(archive):
    from tests.cast import make_member

    return make_member("Mo", role="moderator")


@pytest.fixture
def wren(archive):
    from tests.cast import make_member

    return make_member("Wren", role="archivist")
