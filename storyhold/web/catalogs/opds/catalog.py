"""What a page of the catalog holds, before it is written as Atom or as JSON."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from storyhold.stories.models import Story
from storyhold.web.catalogs.opds.facets import Facet

NEWEST = "http://opds-spec.org/sort/new"
SHELF = "http://opds-spec.org/shelf"


@dataclass(frozen=True)
class Way:
    """A way to another page of the catalog."""

    title: str
    path: str
    about: str = ""
    has_stories: bool = True  # else further ways
    relation: str = "subsection"
    count: int | None = None


@dataclass(frozen=True)
class Catalog:
    """A page of the catalog: ways on, or stories."""

    title: str
    ways: Sequence[Way] = ()
    stories: Sequence[Story] | None = None
    page: Page[Any] | None = None  # where there may be others
    query: QueryDict = field(default_factory=QueryDict)  # asks for the other pages too
    facets: Sequence[Facet] = ()

    @property
    def links(self) -> list[tuple[str, str]]:
        """The relation and the end of the address of this page and of those beside it."""
        if self.page is None:
            return [("self", "")]
        number, last = self.page.number, self.page.paginator.num_pages
        near = {"self": number, "first": 1, "previous": number - 1, "next": number + 1}
        near["last"] = last
        return [(rel, self._end(to)) for rel, to in near.items() if 1 <= to <= last]

    def _end(self, number: int) -> str:
        query = self.query.copy()
        query.pop("page", None)
        if number > 1:
            query["page"] = str(number)
        return f"?{query.urlencode()}" if query else ""


def at(request: HttpRequest, name: str, *args: object) -> str:
    """Return the address of a page of the catalog, in the version that is asked for."""
    namespace = request.resolver_match.namespace if request.resolver_match else "catalogs:opds"
    return reverse(f"{namespace}:{name}", args=args)


def is_json(request: HttpRequest) -> bool:
    """Whether OPDS 2.0 is asked for."""
    return request.path.startswith(reverse("catalogs:opds2:root"))
