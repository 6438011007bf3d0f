"""Where a story of the catalog can be had, and what it looks like on a shelf."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse

from storyhold.stories.models import Story
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.gates import stop_before

EPUB = "application/epub+zip"
FREELY = "http://opds-spec.org/acquisition/open-access"
BY_A_PAGE = "http://opds-spec.org/acquisition"
ICON = "img/icon-512.png"


@dataclass(frozen=True)
class Link:
    """A file, by its whole address."""

    relation: str
    type: str
    address: str


def book_of(request: HttpRequest, story: Story) -> Link:
    """Return where to get the story: the file, or behind a gate the page on which it opens."""
    file = _address("downloads:epub", story)
    if file and stop_before(request, story) is None:
        return Link(FREELY, EPUB, absolute(request, file))
    return Link(BY_A_PAGE, "text/html", absolute(request, story.get_absolute_url()))


def picture_of(request: HttpRequest, story: Story) -> Link:
    """Return the cover; where nobody makes covers, the archive's own sign."""
    path = _address("downloads:cover", story) or static(ICON)
    return Link("http://opds-spec.org/image", "image/png", absolute(request, path))


def _address(name: str, story: Story) -> str:
    try:
        return reverse(name, args=[story.pk])
    except NoReverseMatch:
        return ""
