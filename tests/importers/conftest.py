"""Who is there when an old archive comes in."""

import pytest


@pytest.fixture
def ada(db):
    from tests.cast import make_member, open_the_archive

    open_the_archive()
    return make_member("Ada")
