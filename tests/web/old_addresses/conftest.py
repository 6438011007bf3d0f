"""What tests of old addresses begin with."""

import pytest


@pytest.fixture
def moved(archive):
    """An archive that has moved in."""
    from tests.importers.addresses.moved import move_in

    return move_in()
