"""Reading shouts for a page."""

from django.db.models import QuerySet

from storyhold.accounts.queries import Viewer
from storyhold.shoutbox.access import shouts_visible_to
from storyhold.shoutbox.models import Shout


def latest_shouts(viewer: Viewer) -> QuerySet[Shout]:
    """Return the shouts with who called them, newest first; one query."""
    visible = shouts_visible_to(viewer).select_related("pen_name")
    return visible.defer("pen_name__bio_source", "pen_name__bio_html")
