"""Answering with an Atom feed."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.http import http_date

from storyhold.archive.queries import the_archive
from storyhold.common.xml import without_the_unsayable
from storyhold.feeds.paging import FeedPage

CONTENT_TYPE = "application/atom+xml; charset=utf-8"


def atom(
    request: HttpRequest,
    template: str,
    *,
    title: str,
    page: str,
    paged: FeedPage,
    days: list[datetime | None],
    **shown: object,
) -> HttpResponse:
    """Answer with what `shown` holds, laid out by `template`.

    `page` is the path of the page that shows the same, `paged` what this page of the feed holds,
    and the latest of `days`, which are those of the entries, is the feed's own.
    """
    archive = the_archive()
    updated = max((day for day in days if day), default=archive.set_up_at)
    context = {
        **shown,
        "archive": archive,
        "title": title,
        # The setting first: a request may name another host, and ids must not change with it.
        "base": settings.ADDRESS or request.build_absolute_uri("/").rstrip("/"),
        "path": request.path,
        "page": page,
        "links": paged.links,
        "updated": updated,
    }
    feed = render_to_string(template, context)
    answer = HttpResponse(without_the_unsayable(feed), content_type=CONTENT_TYPE)
    if updated:
        answer["Last-Modified"] = http_date(updated.timestamp())
    return answer
