"""Stopping mail by a link from a letter. Whoever has the letter may; nobody needs to sign in.

RFC 8058: mail programs send the form themselves, from their own servers, and follow no redirect.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from storyhold.notices import wishes


# Exempt because mail programs have no token of ours. The signed address is what shows that it may.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, stop: str) -> HttpResponse:
    """Say what would stop, with a button; or stop it. Says nothing about the member."""
    asked = wishes.read_stop(stop)
    if asked is None:
        raise Http404
    if request.method == "POST":
        wishes.stop(asked)
    context = {"asked": asked, "is_stopped": request.method == "POST"}
    return render(request, "notices/stop.html", context)
