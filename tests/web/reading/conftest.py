"""Ada's story, which Ben keeps. Imports wait until Django is ready."""

import pytest


@pytest.fixture
def ada(archive):
    from tests.cast import make_member

    return make_member("Ada")


@pytest.fixture
def ben(ada, client):
    """Ben, who is signed in."""
    from tests.cast import make_member

    ben = make_member("Ben")
    client.force_login(ben)
    return ben


@pytest.fixture
def story(ada):
    from tests.cast import make_story

    return make_story(author=ada, public=True)
