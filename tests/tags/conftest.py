"""The vocabularies a new archive begins with. Imports wait until Django is ready."""

import pytest


@pytest.fixture
def kinds(db):
    from storyhold.tags.actions import make_first_vocabularies
    from storyhold.tags.models import TagKind

    make_first_vocabularies()
    return {kind.key: kind for kind in TagKind.objects.all()}
