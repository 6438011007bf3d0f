"""The newest stories as an Atom feed."""

import re

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import conditional_page, require_safe

from storyhold.archive.queries import the_archive
from storyhold.stories.access import stories_listed_for
from storyhold.stories.queries import for_listing, newest

STORIES_IN_A_FEED = 25
ATOM = "application/atom+xml; charset=utf-8"

# What XML 1.0 has no way to say, however it is escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@require_safe
@conditional_page
def newest_stories(request: HttpRequest) -> HttpResponse:
    """Answer with the newest stories that any guest sees listed, whoever asks; no text of theirs.

    A feed reader tells with its `If-None-Match` what it has, and is told when there is no more.
    """
    stories = list(for_listing(newest(stories_listed_for(AnonymousUser())))[:STORIES_IN_A_FEED])
    archive = the_archive()
    opened = archive.set_up_at
    context = {
        "stories": stories,
        "archive": archive,
        # The setting first: a request may name another host, and ids must not change with it.
        "base": settings.ADDRESS or request.build_absolute_uri("/").rstrip("/"),
        "updated": max((each.updated_at for each in stories if each.updated_at), default=opened),
    }
    feed = render_to_string("feeds/stories.atom", context)
    return HttpResponse(_NOT_XML.sub("", feed), content_type=ATOM)
