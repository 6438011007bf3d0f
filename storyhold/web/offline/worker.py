"""The service worker, with what it must know of this archive written before it."""

import hashlib
import json
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from storyhold.archive.queries import the_archive

CONTENT_TYPE = "text/javascript; charset=utf-8"
# What pages look like. Faces are many and large: those in use are kept when they come.
FILES = ("css/", "js/", "img/")


@never_cache
@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """Answer with the worker; where nothing may be kept on devices, with one that clears up."""
    if not the_archive().kept_on_devices:
        return render(request, "offline/clear_up.js", content_type=CONTENT_TYPE)
    known = SafeString(json.dumps(_known(), sort_keys=True))
    return render(request, "offline/worker.js", {"known": known}, content_type=CONTENT_TYPE)


def _known() -> dict[str, Any]:
    files = _files()
    return {
        "files": files,
        # Another one as soon as any file is another, for its address says what is in it.
        "version": hashlib.sha256("".join(files).encode()).hexdigest()[:12],
        "static": settings.STATIC_URL,
        "device": reverse("offline:device"),
        "news": reverse("offline:stories"),
        "signOut": reverse("account_logout"),
    }


def _files() -> list[str]:
    # The names of files with what is in them, as they were collected.
    collected: dict[str, str] = getattr(staticfiles_storage, "hashed_files", {})
    return [staticfiles_storage.url(name) for name in sorted(collected) if name.startswith(FILES)]
