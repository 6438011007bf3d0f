"""An open archive, and Ada, who writes in it. Imports wait until Django is ready."""

import pytest


@pytest.fixture
def archive(db):
    from tests.cast import open_the_archive

    return open_the_archive()


@pytest.fixture
def ada(archive):
    from tests.cast import make_member

    return make_member("Ada")
