"""The catalog in JSON: OPDS 2.0."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse

from storyhold.prose.plain_text import plain_text
from storyhold.stories.models import Story
from storyhold.web.catalogs.opds.books import book_of, cover_of
from storyhold.web.catalogs.opds.catalog import Catalog, Way, at
from storyhold.web.catalogs.opds.facets import Facet
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.e_readers import CONTENT_TYPE as AUTHENTICATION

FEED = "application/opds+json"
PUBLICATION = "application/opds-publication+json"

Json = dict[str, Any]


def catalog(request: HttpRequest, catalog: Catalog) -> HttpResponse:
    """Answer with a feed."""
    feed: Json = {
        "metadata": _about(catalog),
        "links": [*_links(request, catalog), *_everywhere(request)],
    }
    if catalog.stories is None:
        feed["navigation"] = [_way(request, way) for way in catalog.ways]
    else:
        feed["publications"] = [_publication(request, story) for story in catalog.stories]
    if catalog.facets:
        feed["facets"] = list(_facets(request, catalog))
    return JsonResponse(feed, content_type=FEED, json_dumps_params={"ensure_ascii": False})


def story(request: HttpRequest, story: Story) -> HttpResponse:
    """Answer with a publication by itself."""
    return JsonResponse(_publication(request, story), content_type=PUBLICATION)


def _about(catalog: Catalog) -> Json:
    about: Json = {"title": catalog.title}
    if catalog.page:
        pages = catalog.page.paginator
        about |= {
            "numberOfItems": pages.count,
            "itemsPerPage": pages.per_page,
            "currentPage": catalog.page.number,
        }
    return about


def _links(request: HttpRequest, catalog: Catalog) -> list[Json]:
    here = absolute(request, request.path)
    return [{"rel": rel, "href": f"{here}{end}", "type": FEED} for rel, end in catalog.links]


def _everywhere(request: HttpRequest) -> list[Json]:
    search = absolute(request, at(request, "stories"))
    sign_in = absolute(request, reverse("catalogs:authentication"))
    return [
        {"rel": "start", "href": absolute(request, at(request, "root")), "type": FEED},
        {"rel": "search", "href": f"{search}?q={{query}}", "type": FEED, "templated": True},
        {"rel": "http://opds-spec.org/auth/document", "href": sign_in, "type": AUTHENTICATION},
    ]


def _way(request: HttpRequest, way: Way) -> Json:
    link: Json = {
        "rel": way.relation,
        "href": absolute(request, way.path),
        "title": way.title,
        "type": FEED,
    }
    return link if way.count is None else link | {"properties": {"numberOfItems": way.count}}


def _facets(request: HttpRequest, catalog: Catalog) -> Any:
    here = absolute(request, request.path)
    for group, facets in groupby(catalog.facets, key=lambda facet: facet.group):
        yield {"metadata": {"title": group}, "links": [_facet(here, each) for each in facets]}


def _facet(here: str, facet: Facet) -> Json:
    link = {"href": f"{here}{facet.end}", "type": FEED, "title": facet.title}
    return link | {"rel": "self"} if facet.is_chosen else link


def _publication(request: HttpRequest, story: Story) -> Json:
    book, cover = book_of(request, story), cover_of(request, story)
    page = absolute(request, story.get_absolute_url())
    alone = absolute(request, at(request, "story", story.pk))
    return {
        "metadata": _metadata(request, story),
        "links": [
            {"rel": "self", "href": alone, "type": PUBLICATION},
            {"rel": book.relation, "href": book.address, "type": book.type},
            {"rel": "alternate", "href": page, "type": "text/html"},
        ],
        "images": [{"href": cover.address, "type": cover.type}],
    }


def _metadata(request: HttpRequest, story: Story) -> Json:
    told: Json = {
        "@type": "http://schema.org/Book",
        "title": story.title,
        "identifier": absolute(request, reverse("stories:story", args=[story.pk])),
        "language": story.language,
        "author": [
            _named(request, each.name, at(request, "author", each.pk))
            for each in story.authors_shown
        ],
        "published": _moment(story.published_at),
        "modified": _moment(story.updated_at),
        "description": plain_text(story.summary_html),
        "subject": [
            _named(request, tag.name, at(request, "tag", tag.pk))
            | {"scheme": absolute(request, kind.get_absolute_url())}
            for kind, tags in story.tags_by_kind
            for tag in tags
        ],
        "belongsTo": _series(request, story),
    }
    return {name: fact for name, fact in told.items() if fact}


def _series(request: HttpRequest, story: Story) -> Json:
    places = getattr(story, "series_places", None) or ()
    named = [
        _named(request, series.title, at(request, "series", series.pk)) | {"position": number}
        for series, number in places
    ]
    return {"series": named} if named else {}


def _named(request: HttpRequest, name: str, path: str) -> Json:
    return {"name": name, "links": [{"href": absolute(request, path), "type": FEED}]}


def _moment(moment: Any) -> str:
    return moment.isoformat(timespec="seconds") if moment else ""
