"""What every template is given."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from storyhold.archive.queries import the_archive
from storyhold.web.parts.look.chosen import look_of


def page(request: HttpRequest) -> dict[str, Any]:
    """Give templates the archive, the reader's look, and whether letters are shown in the archive.

    No query of its own, unless the archive was changed since.
    """
    return {
        "archive": the_archive(),
        "look": look_of(request),
        "mailbox": settings.MAIL.kind == "show",
    }
