"""What an archive says about itself."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

import storyhold
from storyhold.accounts.queries import members_there_are, newest_pen_names
from storyhold.betas.access import offers
from storyhold.challenges.queries import how_many_challenges
from storyhold.reviews.queries import reviewers_of
from storyhold.series.access import series_visible_to
from storyhold.stories.access import stories_listed_for
from storyhold.stories.queries import authors_for, totals_of

NEWEST = 10


@require_safe
def terms(request: HttpRequest) -> HttpResponse:
    """Show the terms."""
    return render(request, "archive/terms.html")


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Show the welcome, the archive in numbers, who is new, and what it runs on."""
    listed = stories_listed_for(request.user)
    context = {
        "totals": totals_of(listed),
        "authors": authors_for(request.user).count(),
        "reviewers": reviewers_of(listed),
        "series": series_visible_to(request.user).count(),
        "members": members_there_are(),
        "newest": newest_pen_names(most=NEWEST),
        "beta_readers": offers().count(),
        "challenges": how_many_challenges(),
        "version": storyhold.__version__,
    }
    return render(request, "archive/about.html", context)
