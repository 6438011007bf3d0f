"""Authors of the catalog, and their stories."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from storyhold.accounts.access import pen_names_visible_to
from storyhold.freshness.pages import kept_for_guests
from storyhold.stories.access import stories_listed_for
from storyhold.stories.queries import authors_for, signed_with, with_story_counts
from storyhold.web.catalogs.opds.answers import written
from storyhold.web.catalogs.opds.catalog import Catalog, Way, at
from storyhold.web.catalogs.opds.stories import listed
from storyhold.web.parts.e_readers import open_to_e_readers

NAMES_ON_A_PAGE = 100


@require_safe
@kept_for_guests()
@open_to_e_readers
def authors(request: HttpRequest) -> HttpResponse:
    """List those who sign a story, A to Z."""
    people = authors_for(request.user).order_by("key")
    page = Paginator(people, NAMES_ON_A_PAGE).get_page(request.GET.get("page"))
    shown = with_story_counts(request.user, people.filter(pk__in=[each.pk for each in page]))
    ways = [
        Way(each.name, at(request, "author", each.pk), count=each.story_count) for each in shown
    ]
    return written(request, Catalog(_("Authors"), ways=ways, page=page))


@require_safe
@kept_for_guests()
@open_to_e_readers
def author(request: HttpRequest, pen_name: int) -> HttpResponse:
    """List what a pen name signs."""
    shown = get_object_or_404(pen_names_visible_to(request.user), pk=pen_name)
    signed = signed_with(stories_listed_for(request.user), shown)
    return listed(request, signed, title=shown.name, sort="newest")
