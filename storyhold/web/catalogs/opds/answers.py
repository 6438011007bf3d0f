"""Answering with a page of the catalog, in the version of OPDS that was asked for."""

from django.http import HttpRequest, HttpResponse

from storyhold.stories.models import Story
from storyhold.web.catalogs.opds import atom, json
from storyhold.web.catalogs.opds.catalog import Catalog, is_json


def written(request: HttpRequest, catalog: Catalog) -> HttpResponse:
    """Answer with ways on, or with stories."""
    return json.catalog(request, catalog) if is_json(request) else atom.catalog(request, catalog)


def written_alone(request: HttpRequest, story: Story) -> HttpResponse:
    """Answer with one story, which comes with what a card shows."""
    return json.story(request, story) if is_json(request) else atom.story(request, story)
