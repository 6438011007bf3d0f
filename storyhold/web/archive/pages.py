"""What an archive says about itself."""

from importlib import metadata

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

import storyhold
from storyhold.stories.access import stories_listed_for
from storyhold.stories.queries import authors_of, totals_of


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """Show the terms."""
    return render(request, "archive/terms.html")


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Show the welcome, the archive in numbers, and what it runs on."""
    listed = stories_listed_for(request.user)
    context = {
        "totals": totals_of(listed),
        "authors": authors_of(listed).count(),
        "version": storyhold.__version__,
        "source": _source_address(),
    }
    return render(request, "archive/about.html", context)


def _source_address() -> str:
    """Return where the source is, as the package itself says; '' where it says nothing."""
    try:
        addresses = metadata.metadata("storyhold").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        return ""
    named = dict(entry.split(", ", 1) for entry in addresses if ", " in entry)
    return str(named.get("Source", ""))
