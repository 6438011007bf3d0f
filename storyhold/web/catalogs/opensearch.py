"""How to search the archive, for browsers and other programs (OpenSearch 1.1)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

from storyhold.freshness.pages import kept_for_guests
from storyhold.web.parts.absolute import absolute

CONTENT_TYPE = "application/opensearchdescription+xml; charset=utf-8"


@require_safe
@kept_for_guests()
def description(request: HttpRequest) -> HttpResponse:
    """Say where words are to be asked for."""
    context = {
        "search": absolute(request, reverse("search:search")),
        "atom": absolute(request, reverse("catalogs:opds:stories")),
        "json": absolute(request, reverse("catalogs:opds2:stories")),
        "icon": absolute(request, static("img/favicon.svg")),
        "here": absolute(request, request.path),
    }
    return render(request, "catalogs/opensearch.xml", context, content_type=CONTENT_TYPE)
