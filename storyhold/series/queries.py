"""Reading series for a page."""

from django.db.models import Prefetch, QuerySet

from storyhold.accounts.queries import Viewer
from storyhold.series.access import items_visible_to, series_visible_to
from storyhold.series.models import Series, SeriesItem
from storyhold.stories.models import Story
from storyhold.stories.queries import for_listing


def items_shown(viewer: Viewer, series: Series) -> QuerySet[SeriesItem]:
    """Return what the viewer sees of a series, in order, with all that blurbs need."""
    with_stories = Prefetch("story", for_listing(Story.objects.all()))
    visible = items_visible_to(viewer, series).order_by("position", "pk")
    return visible.select_related("sub_series__owner").prefetch_related(with_stories)


def places_of(viewer: Viewer, story: Story) -> list[SeriesItem]:
    """Return the story's accepted places in series the viewer may see."""
    places = SeriesItem.objects.filter(story=story, accepted_at__isnull=False)
    visible = places.filter(series__in=series_visible_to(viewer))
    return list(visible.select_related("series").order_by("series__title"))


def suggestions_in(series: Series) -> list[SeriesItem]:
    """Return what waits for the owner's decision."""
    waiting = series.items.filter(accepted_at=None)
    return list(waiting.select_related("story", "sub_series", "added_by"))
