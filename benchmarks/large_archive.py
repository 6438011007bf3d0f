"""How long the pages of a large archive take, and how many queries, for a guest and for a member.

Make one, and run this on a quiet machine:
    storyhold prepare --data /tmp/large && storyhold sample --stories 20000 --data /tmp/large
    STORYHOLD_DATA=/tmp/large .venv/bin/python -m benchmarks.large_archive [words in names of pages]

The pages are made in this process, which counts their queries. The member is an author of many
stories; the desks of the archive are shown to the archivist. Every visit is cold: nothing that
pages keep in memory for a second is there. Garbage is left alone as far as in a web worker.
"""

import gc
import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from urllib.parse import urlencode

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "storyhold.site.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth.models import AnonymousUser  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Count, Q  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from storyhold.accounts.models import Member, PenName, Role  # noqa: E402
from storyhold.archive.queries import forget_archive  # noqa: E402
from storyhold.series.access import series_visible_to  # noqa: E402
from storyhold.series.models import Series  # noqa: E402
from storyhold.stories.access import stories_listed_for  # noqa: E402
from storyhold.stories.choices import forget_choices  # noqa: E402
from storyhold.stories.models import Story  # noqa: E402
from storyhold.stories.shelves import shelves_of  # noqa: E402
from storyhold.stories.sorting import SORTS  # noqa: E402
from storyhold.tags.models import Rating, Tag, TagKind  # noqa: E402
from storyhold.web.parts.blocks import forget_side  # noqa: E402
from tests.house.walk import every_address  # noqa: E402

TIMES = 8
MILLISECONDS, QUERIES = 100, 12  # what no page may exceed
# Said above already, or no page.
LEFT_OUT = {"home", "browse:stories", "browse:tags", "browse:ratings", "series:list"} | {
    "people:list", "people:staff", "people:members", "betas:readers", "archive:source",
}  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """What a page costs one viewer: queries, and milliseconds."""

    clock: float
    processor: float
    slowest: float  # of the processor
    queries: int


def main(words: list[str]) -> None:
    """Measure the pages whose names contain any of the words; all, without words."""
    settings.ALLOWED_HOSTS = ["*"]
    guest, member, archivist = Client(), Client(), Client()
    member.force_login(prolific().member)
    archivist.force_login(Member.objects.filter(role=Role.ARCHIVIST)[0])
    of_each = "clock | processor | slowest | queries"
    print(f"| page | guest: {of_each} | member: {of_each} |\n|{'---|' * 9}")
    guest.get("/")  # reads the templates
    gc.collect()
    gc.freeze()
    for name, path in pages():
        if not words or any(word in name for word in words):
            insider = archivist if path.startswith("/office/") else member
            show(name, [measure(each, path) for each in (guest, insider)])


def show(name: str, measured: list[Measured | None]) -> None:
    """Print one line of the table; a page that is too slow is in bold."""
    cells = [
        f"{each.clock:.0f} | {each.processor:.0f} | {each.slowest:.0f} | {each.queries}"
        if each
        else "| | |"
        for each in measured
    ]
    there = [each for each in measured if each]
    too_much = any(e.slowest > MILLISECONDS or e.queries > QUERIES for e in there)
    print(f"| {f'**{name}**' if too_much else name} | {' | '.join(cells)} |", flush=True)


def measure(client: Client, path: str) -> Measured | None:
    """Return what a page costs, or nothing where it is not for this viewer."""
    client.get(path)  # reads its templates
    clock, processor = [], []
    for _ in range(TIMES):
        forget()
        began, used = time.perf_counter(), time.process_time()
        answer = client.get(path)
        clock.append((time.perf_counter() - began) * 1000)
        processor.append((time.process_time() - used) * 1000)
    if answer.status_code != 200:
        return None
    forget()
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return Measured(median(clock), median(processor), max(processor), len(queries))


def forget() -> None:
    """Empty what a process keeps for a second."""
    forget_archive()
    forget_choices()
    forget_side()


def pages() -> Iterator[tuple[str, str]]:
    """Yield every page that shows many things, with its address."""
    yield "home", "/"
    yield from stories()
    yield from tags()
    yield from searches()
    yield from people()
    yield from series()
    yield from one_story()
    yield from without_parameters()


def stories() -> Iterator[tuple[str, str]]:
    """Yield the lists of all stories, in each order and narrowed in several ways."""
    for sort in SORTS:
        yield f"stories by {sort}", f"/stories/?sort={sort}"
    fandom, character = largest("fandom"), largest("character")
    yield "stories under B", "/stories/?letter=B"
    yield "stories, page 400", "/stories/?page=400"
    yield "stories by reads, page 400", "/stories/?sort=reads&page=400"
    yield "stories of a rating", f"/stories/?rating={Rating.objects.all()[1].pk}"
    yield "stories, complete and long", "/stories/?complete=yes&words=50000-"
    yield "stories, narrowed by fandom", f"/stories/?fandom={fandom.pk}"
    narrowed = f"fandom={fandom.pk}&character={character.name}&complete=yes&sort=score"
    yield "stories, narrowed by four", f"/stories/?{narrowed}"
    yield "stories by score, unknown name", "/stories/?character=Nobody+at+all&sort=score"


def tags() -> Iterator[tuple[str, str]]:
    """Yield the vocabularies, and their largest tags."""
    yield "kinds of tags", "/tags/"
    for kind in TagKind.objects.all():
        yield f"tags: {kind}", kind.get_absolute_url()
        tag = largest(kind.key)
        if tag:
            yield f"largest {kind}", tag.get_absolute_url()
    for tree in TagKind.objects.filter(is_tree=True):
        shelves = shelves_of(tree, stories_listed_for(AnonymousUser())).values()
        top = max(shelves, key=lambda shelf: shelf.story_count).tag
        yield f"largest {tree}, with those below", top.get_absolute_url()
    fandom = largest("fandom")
    yield "characters of a fandom", f"/tags/character/?within={fandom.pk}"
    yield "characters under L", "/tags/character/?letter=L"
    yield "largest fandom, narrowed", f"{fandom.get_absolute_url()}?complete=yes&sort=score"
    yield "largest fandom, page 20", f"{fandom.get_absolute_url()}?page=20"
    yield "largest fandom, series", reverse("browse:tag_series", args=[fandom.pk])
    yield "feed of a fandom", reverse("feeds:tag", args=[fandom.pk])
    yield "ratings", "/ratings/"
    yield "largest rating", Rating.objects.all()[0].get_absolute_url()


def searches() -> Iterator[tuple[str, str]]:
    """Yield questions of the search, which the background work must have made an index for."""
    yield "search, before anything is asked", "/search/"
    for typed in ("the", "lamp harbor", '"the lamp"', "li*", "-the", "qqq"):
        yield f"search: {typed}", f"/search/?{urlencode({'q': typed})}"
    yield "search: lamp, page 40", "/search/?q=lamp&page=40"
    yield "search: the, longest first", "/search/?q=the&sort=words"
    yield "search: lamp in titles, complete", "/search/?q=lamp&in=title&complete=yes"


def people() -> Iterator[tuple[str, str]]:
    """Yield the lists of people, and the profiles of one who writes and one who reads a lot."""
    for tab in ("", "staff/", "members/", "beta-readers/"):
        yield f"people {tab}", f"/people/{tab}"
    yield "people under M", "/people/?letter=M"
    yield "people called an", "/people/?name=an"
    yield "members, page 30", "/people/members/?page=30"
    reader = PenName.objects.annotate(found=Count("reviews")).order_by("-found", "pk")[0]
    for who, pen_name in (("writer", prolific()), ("reader", reader)):
        for tab in ("profile", "series", "reviews", "challenges", "bookmarks"):
            yield f"{tab} of a {who}", reverse(f"people:{tab}", args=[pen_name.pk])
    yield "feed of a writer", reverse("feeds:author", args=[prolific().pk])


def series() -> Iterator[tuple[str, str]]:
    """Yield the list of series, and the one of most stories."""
    yield "all series", "/series/"
    yield "all series, page 30", "/series/?page=30"
    shown = series_visible_to(AnonymousUser()).annotate(found=Count("items"))
    longest: Series = shown.order_by("-found", "pk")[0]
    yield "largest series", longest.get_absolute_url()
    yield "reviews of a series", reverse("reviews:of_series", args=[longest.pk])
    yield "feed of a series", reverse("feeds:series", args=[longest.pk])


def one_story() -> Iterator[tuple[str, str]]:
    """Yield the pages of the story with most reviews that guests may read, and of the author's."""
    openly = Q(rating__must_accept_warning=False, rating__must_confirm_age=False)
    read = stories_listed_for(AnonymousUser()).filter(openly).order_by("-review_count")[0]
    yield f"story of {read.review_count} reviews", read.get_absolute_url()
    yield "its first chapter", reverse("chapters:read", args=[read.pk, 1])
    for name in ("stories:whole", "stories:print", "reviews:of_story"):
        yield name, reverse(name, args=[read.pk])
    yield "its reviews, page 10", reverse("reviews:of_story", args=[read.pk]) + "?page=10"
    yield "its feed", reverse("feeds:story", args=[read.pk])
    mine = Story.objects.filter(authorships__pen_name=prolific()).order_by("-read_count")[0]
    for name in ("desk:story", "desk:details", "desk:authors", "statistics:story", "betas:story"):
        yield name, reverse(name, args=[mine.pk])


def without_parameters() -> Iterator[tuple[str, str]]:
    """Yield every other page whose address names no thing, and the desks of each vocabulary."""
    yield "a year of statistics", "/desk/statistics/?days=365"
    yield "desk of members, found", "/office/members/?words=an"
    for kind in TagKind.objects.all():
        yield f"desk of tags: {kind}", reverse("vocabularies:kind", args=[kind.key])
    for name, parameters in every_address():
        if not parameters and name not in LEFT_OUT:
            yield name, reverse(name)


def largest(kind: str) -> Tag:
    """Return the tag of a kind that most stories have."""
    tags = Tag.objects.filter(kind__key=kind).annotate(found=Count("stories"))
    return tags.order_by("-found", "pk").first()


def prolific() -> PenName:
    """Return who signs most stories."""
    return PenName.objects.annotate(found=Count("authorships")).order_by("-found", "pk")[0]


if __name__ == "__main__":
    main(sys.argv[1:])
