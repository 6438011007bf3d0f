"""The one address of a page among those that show the same."""

from django.http import HttpRequest, QueryDict
from django.utils.encoding import escape_uri_path

from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.listing.listing import Listing

# What may follow the question mark and makes it another page. Not the order of a list, nor what
# is left empty.
MAKES_ANOTHER_PAGE = ("letter", "within", "name", "tag", "chapter", "of", "page")


def canonical_address(request: HttpRequest, about: str = "", listing: Listing | None = None) -> str:
    """Return the address under which search engines should know this page.

    `about` is the address of what the page is about, where that has a tail: in the request it may
    be another. A listing knows what was asked of it, and forgets what it did not understand.
    """
    asked = _asked_of(listing) if listing else _asked_in(request)
    query = f"?{asked.urlencode()}" if asked else ""
    return absolute(request, f"{_path(request, about)}{query}")


def _path(request: HttpRequest, about: str) -> str:
    path = escape_uri_path(request.path)
    steps = about.count("/")
    return about + path.split("/", steps)[-1] if about else path


def _asked_of(listing: Listing) -> QueryDict:
    asked = listing.query
    asked.pop("sort", None)
    if listing.page.number > 1:
        asked["page"] = str(listing.page.number)
    return asked


def _asked_in(request: HttpRequest) -> QueryDict:
    asked = QueryDict(mutable=True)
    for name in MAKES_ANOTHER_PAGE:
        value = request.GET.get(name, "")
        if value and (name, value) != ("page", "1"):
            asked[name] = value
    return asked
