"""Sending pictures."""

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from storyhold.pictures.files import picture_file

FOR_GOOD = "public, max-age=31536000, immutable"


@require_safe
def picture(request: HttpRequest, picture: str) -> FileResponse:  # noqa: ARG001 — a view's signature
    """Send a picture; another one would have another address, so it may be kept for good."""
    file = picture_file(picture)
    if file is None:
        raise Http404
    answer = FileResponse(file.open("rb"), content_type="image/webp")
    answer["Cache-Control"] = FOR_GOOD
    return answer
