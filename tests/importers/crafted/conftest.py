"""An open, empty archive in which old ones arrive."""

import pytest


@pytest.fixture
def arrive(tmp_path, db):
    """A function that moves crafted tables in, and says what came of them."""
    from tests.cast import open_the_archive
    from tests.importers.crafted.arrivals import Harbor

    open_the_archive()
    return Harbor(tmp_path)
