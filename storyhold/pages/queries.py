"""Reading the archive's own pages for a purpose."""

from storyhold.accounts.queries import Viewer
from storyhold.pages.access import pages_visible_to
from storyhold.pages.models import Page
from storyhold.pages.rules import RULES


def rules_for_authors(viewer: Viewer) -> Page | None:
    """Return the page on what may be posted here, where the archive has one; one query."""
    return pages_visible_to(viewer).filter(slug=RULES).first()
