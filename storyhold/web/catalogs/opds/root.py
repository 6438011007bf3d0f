"""The first page of the catalog."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from storyhold.archive.queries import the_archive
from storyhold.freshness.pages import kept_for_guests
from storyhold.tags.queries import kinds
from storyhold.web.catalogs.opds.answers import written
from storyhold.web.catalogs.opds.catalog import NEWEST, SHELF, Catalog, Way, at
from storyhold.web.parts.e_readers import CONTENT_TYPE, authentication, open_to_e_readers


@require_safe
@kept_for_guests()
@open_to_e_readers
def root(request: HttpRequest) -> HttpResponse:
    """Show the ways into the archive."""
    return written(request, Catalog(the_archive().name, ways=list(_ways(request))))


@require_safe
def how_to_sign_in(request: HttpRequest) -> JsonResponse:
    """Tell an e-reader how its owner signs in."""
    return JsonResponse(authentication(request), content_type=CONTENT_TYPE)


def _ways(request: HttpRequest) -> Iterator[Way]:
    stories = at(request, "stories")
    yield Way(_("Newest stories"), f"{stories}?sort=newest", relation=NEWEST)
    yield Way(_("Lately updated"), f"{stories}?sort=updated")
    yield Way(_("All stories"), stories)
    for kind in kinds():
        yield Way(kind.name_plural, at(request, "kind", kind.key), has_stories=False)
    yield Way(_("Series"), at(request, "all_series"), has_stories=False)
    yield Way(_("Authors"), at(request, "authors"), has_stories=False)
    yield Way(
        _("My shelves"),
        at(request, "mine"),
        about=_("What you keep and follow. You sign in with a password for this device."),
        has_stories=False,
        relation=SHELF,
    )
