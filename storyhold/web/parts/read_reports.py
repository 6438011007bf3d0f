"""Reads of kept pages, which only the process before us sees. It reports them now and then."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from storyhold.freshness.middleware import FROM_EDGE
from storyhold.stories.reads import note_read
from storyhold.web.parts.readers import Visit

# The numbers of a story and of the chapter that was shown, or none for the whole story.
_READ = re.compile(r"([0-9]{1,18})/([0-9]{0,18})")


# Exempt because it is no form: nobody from outside can send what has to come with it.
@csrf_exempt
@require_POST
def take_reads(request: HttpRequest) -> HttpResponse:
    """Count what guests were shown; a list of `read`, `address`, `browser` and `purpose`."""
    if not request.META.get(FROM_EDGE):
        raise Http404
    for story_id, chapter_id, visit in _reported(json.loads(request.body)):
        if visit.is_reading:
            note_read(story_id, chapter_id, visit.visitor)
    return HttpResponse(status=204)


def _reported(reads: list[dict[str, Any]]) -> Iterator[tuple[int, int | None, Visit]]:
    for each in reads:
        if found := _READ.fullmatch(each["read"]):
            visit = Visit(each["address"], each["browser"], each["purpose"])
            yield int(found[1]), int(found[2]) if found[2] else None, visit
