"""What an archive says about itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

import storyhold
from storyhold.accounts.queries import newest_pen_names
from storyhold.blocks.totals import totals_for
from storyhold.freshness.pages import kept_for_guests

NEWEST = 10


@require_safe
@kept_for_guests()
def terms(request: HttpRequest) -> HttpResponse:
    """Show the terms."""
    return render(request, "archive/terms.html")


@require_safe
@kept_for_guests()
def about(request: HttpRequest) -> HttpResponse:
    """Show the welcome, the archive in numbers, who is new, and what it runs on."""
    context = {
        "totals": totals_for(request.user),
        "newest": newest_pen_names(most=NEWEST),
        "version": storyhold.__version__,
    }
    return render(request, "archive/about.html", context)
