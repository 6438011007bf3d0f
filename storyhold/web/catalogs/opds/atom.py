"""The catalog in Atom: OPDS 1.2."""

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from storyhold.archive.queries import the_archive
from storyhold.common.xml import without_the_unsayable
from storyhold.stories.models import Story
from storyhold.web.catalogs.opds.books import book_of, cover_of
from storyhold.web.catalogs.opds.catalog import Catalog, at
from storyhold.web.parts.absolute import absolute

OF_WAYS = "application/atom+xml;profile=opds-catalog;kind=navigation"
OF_STORIES = "application/atom+xml;profile=opds-catalog;kind=acquisition"
OF_ONE = "application/atom+xml;type=entry;profile=opds-catalog"
NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def catalog(request: HttpRequest, catalog: Catalog) -> HttpResponse:
    """Answer with a feed."""
    stories = catalog.stories or ()
    days = [story.updated_at for story in stories if story.updated_at]
    context = {
        "catalog": catalog,
        "type": OF_WAYS if catalog.stories is None else OF_STORIES,
        "updated": max(days, default=the_archive().set_up_at or NEVER),
        "entries": [_entry(request, story) for story in stories],
        "root": at(request, "root"),
        "search": reverse("catalogs:opensearch"),
        "authentication": reverse("catalogs:authentication"),
    }
    return _answer(request, "catalogs/opds/feed.atom", context, context["type"])


def story(request: HttpRequest, story: Story) -> HttpResponse:
    """Answer with an entry by itself."""
    return _answer(request, "catalogs/opds/alone.atom", {"entry": _entry(request, story)}, OF_ONE)


def _entry(request: HttpRequest, story: Story) -> dict[str, object]:
    return {
        "story": story,
        "updated": story.updated_at or story.published_at or NEVER,
        "book": book_of(request, story),
        "cover": cover_of(request, story),
        "self": at(request, "story", story.pk),
        "authors": [(each, at(request, "author", each.pk)) for each in story.authors_shown],
        "series": [
            (series, number, at(request, "series", series.pk))
            for series, number in getattr(story, "series_places", None) or ()
        ],
    }


def _answer(
    request: HttpRequest, template: str, shown: dict[str, object], kind: object
) -> HttpResponse:
    common = {
        "archive": the_archive(),
        "base": absolute(request, "/").removesuffix("/"),
        "path": request.path,
        "of_ways": OF_WAYS,
        "of_stories": OF_STORIES,
        "of_one": OF_ONE,
    }
    xml = render_to_string(template, {**common, **shown})
    return HttpResponse(without_the_unsayable(xml), content_type=f"{kind};charset=utf-8")
