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
    from django_tasks_db.models import DBTaskResult

    from tests.cast import make_story

    story = make_story(author=ada, public=True)
    DBTaskResult.objects.all().delete()  # it is no news any more
    return story
