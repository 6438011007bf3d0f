"""Ada writes, Ben reads. Imports wait until Django is ready."""

import pytest


@pytest.fixture
def ada(db):
    from tests.cast import make_member, open_the_archive

    open_the_archive()
    return make_member("Ada")


@pytest.fixture
def ben(ada):
    from tests.cast import make_member

    return make_member("Ben")


@pytest.fixture
def story(ada):
    from tests.cast import make_story

    return make_story(author=ada, public=True)
