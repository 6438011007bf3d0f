"""Which series the stories of a page belong to."""

from collections.abc import Sequence

from storyhold.accounts.queries import Viewer
from storyhold.series.queries import places_of_each
from storyhold.stories.models import Story


def tell_places(viewer: Viewer, stories: Sequence[Story]) -> None:
    """Give each story, as `series_places`, the series it is part of, for its blurb; one query."""
    places = places_of_each(viewer, stories)
    for story in stories:
        vars(story)["series_places"] = places.get(story.pk)
