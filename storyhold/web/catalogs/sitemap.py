"""The sitemap: every page that search engines may list, and when it changed last.

Each file holds what is numbered from ten thousand to the next. So no file has to be counted off, a
file that did not change stays as it was, and search engines fetch anew what did.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from django.db.models import F, Max, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import conditional_page, require_safe

from storyhold.archive.queries import the_archive
from storyhold.common.tails import with_tail
from storyhold.freshness.pages import kept_for_guests
from storyhold.news.access import news_visible_to
from storyhold.series.access import series_visible_to
from storyhold.stories.counting import any_of
from storyhold.stories.findable import GUEST, chapters_to_be_found, stories_to_be_found
from storyhold.stories.queries import authors_for
from storyhold.tags.models import Tag
from storyhold.web.parts.absolute import absolute

NUMBERS_IN_A_FILE = 10_000
LAST_FILE = 10**14  # so that no number is larger than a database takes
BEGIN = '<?xml version="1.0" encoding="utf-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
PAGES = (
    "home", "browse:stories", "browse:recent", "browse:tops", "browse:tags", "browse:ratings",
    "series:list", "people:list", "challenges:list", "news:archive", "archive:about",
)  # fmt: skip

Dated = tuple[str, datetime | None]  # a path, and when its page changed last


def _tags_in_use() -> QuerySet[Tag]:
    return Tag.objects.filter(any_of(stories_to_be_found().filter(tags=OuterRef("pk"))))


Steps = tuple[str, ...]  # what stands in the places of an address


def _tailed(pk: int, title: str) -> Steps:
    return (quote(with_tail(pk, title)),)


def _numbers(story: int, number: int) -> Steps:
    return str(story), str(number)


@dataclass(frozen=True)
class Part:
    """Pages of one kind: what they show, the fields of which their address is made, their day."""

    rows: Callable[[], QuerySet[Any]]
    name: str
    fields: tuple[str, str]
    changed: str = ""
    steps: Callable[..., Steps] = _tailed

    def addresses(self) -> Callable[..., str]:
        """Return what makes an address of the fields; asking Django for each takes far longer."""
        stand_ins = range(len(self.steps(0, "")))
        pattern = reverse(self.name, args=list(stand_ins))
        for stand_in in stand_ins:
            pattern = pattern.replace(f"/{stand_in}/", "/%s/", 1)
        return lambda *fields: pattern % self.steps(*fields)


PARTS = {
    "stories": Part(stories_to_be_found, "stories:story", ("pk", "title"), "updated_at"),
    "chapters": Part(
        chapters_to_be_found, "chapters:read", ("story_id", "number"), "saved_at", _numbers
    ),
    "series": Part(
        lambda: series_visible_to(GUEST), "series:series", ("pk", "title"), "updated_at"
    ),
    "people": Part(lambda: authors_for(GUEST), "people:profile", ("pk", "name")),
    "tags": Part(_tags_in_use, "browse:tag", ("pk", "name")),
    "news": Part(lambda: news_visible_to(GUEST), "news:item", ("pk", "title"), "edited_at"),
}


@require_safe
@kept_for_guests()
@conditional_page
def index(request: HttpRequest) -> HttpResponse:
    """List the files, each with the day of its newest page; a query for each part."""
    _must_be_open()
    files: list[Dated] = [(_address_of("pages", 0), None)]
    for name, part in PARTS.items():
        files += [(_address_of(name, place), changed) for place, changed in _places(part)]
    return _answer(request, files, all_of_them="sitemapindex", one="sitemap")


@require_safe
@kept_for_guests()
@conditional_page
def file(request: HttpRequest, part: str, place: int) -> HttpResponse:
    """List the pages of one file; one query."""
    _must_be_open()
    found = list(_pages(part, place))
    if not found:
        raise Http404
    return _answer(request, found, all_of_them="urlset", one="url")


def _must_be_open() -> None:
    if not the_archive().in_search_engines:
        raise Http404


def _address_of(part: str, place: int) -> str:
    return reverse("catalogs:sitemap_file", args=[part, place])


def _places(part: Part) -> Iterator[tuple[int, datetime | None]]:
    placed = part.rows().order_by().annotate(place=F("pk") / NUMBERS_IN_A_FILE)
    files = placed.values_list("place").annotate(newest=Max(part.changed or "pk"))
    for place, newest in files.order_by("place"):
        yield place, newest if part.changed else None


def _pages(name: str, place: int) -> Iterator[Dated]:
    if (name, place) == ("pages", 0):
        yield from ((reverse(page), None) for page in PAGES)
    elif name in PARTS and place <= LAST_FILE:
        yield from _pages_of(PARTS[name], place * NUMBERS_IN_A_FILE)


def _pages_of(part: Part, first: int) -> Iterator[Dated]:
    rows = part.rows().filter(pk__gte=first, pk__lt=first + NUMBERS_IN_A_FILE).order_by("pk")
    address = part.addresses()
    for *fields, changed in rows.values_list(*part.fields, part.changed or "pk"):
        yield address(*fields), changed if part.changed else None


def _answer(
    request: HttpRequest, pages: Iterable[Dated], *, all_of_them: str, one: str
) -> HttpResponse:
    # Not by a template: for ten thousand pages one takes several times as long.
    base = absolute(request, "/").removesuffix("/")
    written = "".join(f"<{one}><loc>{base}{path}</loc>{_day(day)}</{one}>\n" for path, day in pages)
    xml = f'{BEGIN}<{all_of_them} xmlns="{NAMESPACE}">\n{written}</{all_of_them}>\n'
    return HttpResponse(xml, content_type="application/xml; charset=utf-8")


def _day(moment: datetime | None) -> str:
    return f"<lastmod>{moment.isoformat(timespec='seconds')}</lastmod>" if moment else ""
