"""Who is there when an old archive comes in."""

import pytest


@pytest.fixture
def ada(db):
    from tests.cast import make_member, open_the_archive

    open_the_archive()
    return make_member("Ada")


@pytest.fixture
def move(tmp_path, db):
    """A function that moves crafted tables in; it knows what was said of them."""
    from tests.cast import open_the_archive
    from tests.importers.moves import Moving

    open_the_archive()
    return Moving(tmp_path)
