"""Where a story of the catalog can be had, and what it looks like on a shelf."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from storyhold.archive.queries import the_archive
from storyhold.stories.models import Story
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.gates import stop_before

EPUB = "application/epub+zip"
FREELY = "http://opds-spec.org/acquisition/open-access"
BY_A_PAGE = "http://opds-spec.org/acquisition"


@dataclass(frozen=True)
class Link:
    """A file, by its whole address."""

    relation: str
    type: str
    address: str


def book_of(request: HttpRequest, story: Story) -> Link:
    """Return where to get the story: the file, or behind a gate the page on which it opens."""
    if "epub" in the_archive().downloads and stop_before(request, story) is None:
        file = reverse("downloads:story", args=[story.pk, "epub"])
        return Link(FREELY, EPUB, absolute(request, file))
    return Link(BY_A_PAGE, "text/html", absolute(request, story.get_absolute_url()))


def cover_of(request: HttpRequest, story: Story) -> Link:
    """Return the picture for a shelf."""
    path = reverse("downloads:cover", args=[story.pk])
    return Link("http://opds-spec.org/image", "image/png", absolute(request, path))
