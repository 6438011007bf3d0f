"""Stories of the catalog: lists, and one by itself."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from storyhold.freshness.pages import kept_for_guests
from storyhold.stories.access import stories_listed_for
from storyhold.stories.models import Story
from storyhold.stories.queries import for_listing
from storyhold.web.catalogs.opds.answers import written, written_alone
from storyhold.web.catalogs.opds.catalog import Catalog
from storyhold.web.catalogs.opds.facets import facets_of
from storyhold.web.parts.e_readers import open_to_e_readers
from storyhold.web.parts.listing.listing import listing
from storyhold.web.parts.listing.places import tell_places


@require_safe
@kept_for_guests()
@open_to_e_readers
def all_stories(request: HttpRequest) -> HttpResponse:
    """List all stories, or those asked for in the words of the archive's own lists."""
    stories = stories_listed_for(request.user)
    return listed(request, stories, title=_("Stories"), sort="title")


@require_safe
@kept_for_guests()
@open_to_e_readers
def one_story(request: HttpRequest, story: int) -> HttpResponse:
    """Tell all there is to know of a story."""
    shown = get_object_or_404(for_listing(stories_listed_for(request.user)), pk=story)
    tell_places(request.user, [shown])
    return written_alone(request, shown)


def listed(
    request: HttpRequest, stories: QuerySet[Story], *, title: str, sort: str
) -> HttpResponse:
    """Answer with a page of the stories, narrowed and sorted as the address asks."""
    found = listing(request, stories, sort=sort)
    catalog = Catalog(
        title,
        stories=list(found.page),
        page=found.page,
        query=found.query,
        facets=list(facets_of(found.asked, order=_("Order"))),
    )
    return written(request, catalog)
