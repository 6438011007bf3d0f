"""Leading visitors on, and telling them what is not here any more."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.csrf import csrf_exempt

from storyhold.accounts.models import Member
from storyhold.importers.addresses.catalogue import Catalogue
from storyhold.importers.addresses.deciding import OldAddresses
from storyhold.importers.addresses.outcomes import Gone
from storyhold.web.old_addresses.words import title_of, way_from

REMEMBERED_FOR = 60 * 60  # seconds: chapters move, and pages may be read by others tomorrow


# Nothing is done here, whatever is sent: old forms know no token.
@csrf_exempt
def old_address(request: HttpRequest, **_read_whole: str) -> HttpResponse:
    """Lead to the page that took the place of an old one."""
    query = request.META.get("QUERY_STRING", "")
    outcome = OldAddresses(Catalogue(request.user)).where(request.path_info, query)
    if outcome is None:
        raise Http404
    if isinstance(outcome, Gone):
        return _gone(request, outcome)
    if request.method not in ("GET", "HEAD"):
        response = render(request, "old_addresses/moved.html", {"to": outcome.to}, status=405)
        response["Allow"] = "GET, HEAD"
        return response
    return _led(request, outcome.to)


def _led(request: HttpRequest, to: str) -> HttpResponse:
    response = HttpResponsePermanentRedirect(to)
    patch_vary_headers(response, ["Cookie"])
    if isinstance(request.user, Member):
        patch_cache_control(response, private=True, no_cache=True)
    else:
        patch_cache_control(response, max_age=REMEMBERED_FOR)
    return response


def _gone(request: HttpRequest, gone: Gone) -> HttpResponse:
    context = {"gone": gone, "title": title_of(gone), "way": way_from(gone)}
    return render(request, "old_addresses/gone.html", context, status=410)
