"""What programs that come by are asked: by `robots.txt`, and by a reservation of rights."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from storyhold.archive.queries import the_archive
from storyhold.freshness.pages import kept_for_guests
from storyhold.web.catalogs.crawlers import AI_CRAWLERS
from storyhold.web.parts.absolute import absolute

# Of no use to search engines: what is one person's, and stories once more in another form. The last
# are lists in other orders and narrowed, which are without number; the sitemap has all they hold.
NOT_FOR_PROGRAMS = (
    "/account/",
    "/desk/",
    "/office/",
    "/report/",
    "/stories/random/",
    "/opds/",
    "/opds2/",
    "/*/print/",
    "/*/download.",
    "/*?*sort=",
)


@require_safe
@kept_for_guests()
def robots(request: HttpRequest) -> HttpResponse:
    """Say where programs need not look, and which ones should stay away."""
    context = {
        # Not while nothing may be listed: they must come in to read that on each page.
        "closed": NOT_FOR_PROGRAMS if the_archive().in_search_engines else (),
        "sitemap": absolute(request, reverse("catalogs:sitemap")),
        "kept_out": AI_CRAWLERS if the_archive().ai_crawlers_kept_out else (),
        "archive": the_archive(),
    }
    return render(request, "catalogs/robots.txt", context, content_type="text/plain; charset=utf-8")


@require_safe
@kept_for_guests()
def rights(request: HttpRequest) -> JsonResponse:  # noqa: ARG001 — Django's signature
    """Reserve the right to mine texts and data, as the TDM Reservation Protocol of the W3C has it.

    In the European Union such a reservation must be heeded if a machine can read it.
    """
    if not the_archive().ai_crawlers_kept_out:
        raise Http404
    return JsonResponse([{"location": "/", "tdm-reservation": 1}], safe=False)
