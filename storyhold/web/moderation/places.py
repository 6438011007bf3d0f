"""Addresses that people type or paste."""

from urllib.parse import unquote

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from storyhold.moderation.rules import is_own_path


def path_of(request: HttpRequest, typed: str) -> str:
    """Return the path of the page of ours that has this address, or '' where there is none.

    `typed` may be the whole address, as browsers show it, or its path alone.
    """
    for home in (f"{settings.ADDRESS}/", request.build_absolute_uri("/")):
        if len(home) > 1 and typed.startswith(home):
            typed = typed[len(home) - 1 :]
    if not is_own_path(typed):
        return ""
    page = typed.partition("#")[0].partition("?")[0]
    try:
        resolve(unquote(page))
    except Resolver404:
        return ""
    return typed
