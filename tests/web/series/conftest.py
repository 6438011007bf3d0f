"""Ada keeps series, Ben adds to them. Imports wait until Django is ready."""

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
def make_series(ada):
    from storyhold.series.actions import add_story, create_series

    def make(*stories, title="The Tides", mode="closed", by=ada, summary="Water."):
        series = create_series(title=title, summary=summary, mode=mode, by=by.pen_name)
        for story in stories:
            add_story(series, story, by=by.pen_name)
        return series

    return make
