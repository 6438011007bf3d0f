"""What the tests of this room begin with."""

from collections.abc import Iterator

import pytest


@pytest.fixture
def archive(db: None) -> Iterator[None]:
    """Open the archive, so that pages answer and not the set-up page."""
    # Django is not ready yet when pytest reads this file.
    from storyhold.archive.queries import forget_archive
    from tests.cast import open_the_archive

    open_the_archive()
    # A test's transaction is never committed, so nobody else forgets what was known before.
    forget_archive()
    yield
    forget_archive()
