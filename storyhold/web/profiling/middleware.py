"""`?profile` behind any address: the archivist sees what the page costs, in place of the page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from storyhold.accounts.models import Member
from storyhold.web.profiling.measuring import measure

WORD, FUNCTIONS = "profile", "functions"


class Profiled:
    """Measure a page where an archivist asks for it; for anybody else the word means nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer with the page, or with what it cost. Only what is read: no deed is measured."""
        if not _is_asked(request):
            return self.get_response(request)
        functions = request.GET[WORD] == FUNCTIONS
        answer, measured = measure(lambda: self.get_response(request), functions=functions)
        context = {
            "measured": measured,
            "status": answer.status_code,
            "page": _without_the_word(request),
            "and_functions": f"{request.path}?{_asking(request, FUNCTIONS)}",
        }
        shown = render(request, "profiling/profile.html", context)
        # Not `answer.close()`, with which Django would take the request for finished.
        vars(shown)["_resource_closers"] += vars(answer)["_resource_closers"]
        add_never_cache_headers(shown)
        return shown


def _is_asked(request: HttpRequest) -> bool:
    if request.method != "GET" or WORD not in request.GET:
        return False
    return isinstance(request.user, Member) and request.user.is_archivist


def _without_the_word(request: HttpRequest) -> str:
    query = request.GET.copy()
    del query[WORD]
    return f"{request.path}?{query.urlencode()}" if query else request.path


def _asking(request: HttpRequest, for_what: str) -> str:
    query = request.GET.copy()
    query[WORD] = for_what
    return query.urlencode()
