"""Ada's story of two chapters, which Ben may review.

The cast is imported where it is used: this file is read before Django is ready.
"""

import pytest


@pytest.fixture
def archive(db):
    from django.core.cache import cache

    from tests.cast import open_the_archive

    cache.clear()  # nobody has sent anything too often yet
    return open_the_archive()


@pytest.fixture
def ada(archive):
    from tests.cast import make_member

    return make_member("Ada")


@pytest.fixture
def ben(archive):
    from tests.cast import make_member

    return make_member("Ben")


@pytest.fixture
def story(ada):
    from tests.cast import make_story

    return make_story(author=ada, public=True, chapters=2)


@pytest.fixture
def chapter(story):
    return story.chapters.get(number=1)


@pytest.fixture
def address(chapter):
    return f"/stories/{chapter.story_id}/chapters/1/review/"
