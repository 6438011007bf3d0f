"""Whole addresses, for letters and for links that people pass on by hand."""

from django.conf import settings
from django.http import HttpRequest


def absolute(request: HttpRequest, path: str) -> str:
    """Return `path` with the archive's own address before it; where none is set, the request's.

    The setting first: a request may name another host than the one people know.
    """
    return f"{settings.ADDRESS}{path}" if settings.ADDRESS else request.build_absolute_uri(path)
