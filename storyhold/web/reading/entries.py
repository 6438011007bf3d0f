"""What a page shows of that which a member remembers."""

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from storyhold.reading.access import progress_of
from storyhold.reading.models import Progress
from storyhold.reading.queries import with_blurbs

ON_A_PAGE = 25


def page_of(request: HttpRequest, progress: QuerySet[Progress]) -> Page[Progress]:
    """Return the page that is asked for, with blurbs."""
    pages = Paginator(with_blurbs(progress), ON_A_PAGE)
    # Not of what stands beside each row.
    vars(pages)["count"] = progress.count()
    return pages.get_page(request.GET.get("page"))


def entry_or_404(request: HttpRequest, entry: int) -> Progress:
    """Return what the member remembers under this number, with its story."""
    mine = progress_of(request.user).select_related("story")
    return get_object_or_404(mine.defer("story__found_by"), pk=entry)
