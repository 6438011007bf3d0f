"""Telling the process before us how long a guest's page stays fresh."""

from collections.abc import Collection

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from storyhold.freshness.cookies import Cookies
from storyhold.freshness.pages import KeptPage, View, kept_page
from storyhold.freshness.tables import subjects_of
from storyhold.freshness.watching import Watch, watching

# Set by the process before us, on every request that it passes on.
FROM_EDGE = "storyhold.from_edge"
WORTH_KEEPING = (200, 301)
# A page may differ by these cookies; each has few values.
VARIANTS = frozenset({"passed", "contents", "sort"})
# With these, a request is somebody's own, and what answers it is not kept.
PERSONAL = frozenset({settings.SESSION_COOKIE_NAME, "messages", "plain"})
IGNORED = PERSONAL | {settings.CSRF_COOKIE_NAME}  # no page with a token is kept


class KeepForGuests:
    """Write on a guest's page how long it stays fresh, for the process before us."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Watch what the page is made from, where it may be one to keep."""
        if not _may_be_kept(request):
            return self.get_response(request)
        request.COOKIES = cookies = Cookies(request.COOKIES)
        with watching() as made_from:
            response = self.get_response(request)
        page = kept_page(request)
        if page is not None and _is_for_everybody(response):
            _say(response, page, made_from, cookies.looked_at - IGNORED)
        return response


def _may_be_kept(request: HttpRequest) -> bool:
    is_personal = "HTTP_AUTHORIZATION" in request.META or not PERSONAL.isdisjoint(request.COOKIES)
    return FROM_EDGE in request.META and request.method == "GET" and not is_personal


def _is_for_everybody(response: HttpResponseBase) -> bool:
    # A session, a message or a token comes with a cookie.
    is_whole = not response.streaming and not response.cookies
    return is_whole and response.status_code in WORTH_KEEPING


def _say(
    response: HttpResponseBase, page: KeptPage, made_from: Watch, variants: Collection[str]
) -> None:
    subjects = subjects_of(made_from.tables, story=page.story)
    if subjects is None or not VARIANTS.issuperset(variants):
        return
    listed = ", ".join(sorted({*subjects, *made_from.subjects, *filter(None, [page.story])}))
    response["Storyhold-Keep"] = f"{listed}; age={int(made_from.age)}"
    if variants:
        response["Storyhold-Varies"] = ", ".join(sorted(variants))
    if page.read:
        response["Storyhold-Read"] = page.read
