"""Lists of old addresses: from access logs, sitemaps, plain lists, and what we remember."""

import gzip
import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from storyhold.importers.models import Move, OldNumber, OldPlace

# Deeds that change nothing: a form that was sent to the old archive has no successor.
_LOGGED = re.compile(r'"(?:GET|HEAD) (\S+)(?: HTTP/[0-9.]+)?" ')
_IN_LOG = re.compile(r'^\S+ \S+ .*?\[[^\]]*\] "')
_IN_SITEMAP = re.compile(r"<loc>\s*(.*?)\s*</loc>", re.IGNORECASE)
# What a page consists of besides its words, and what machines ask for.
_NO_PAGE = re.compile(
    r"\.(?:css|js|gif|jpe?g|png|webp|ico|svg|woff2?|ttf|map|xml)$|/robots\.txt$", re.IGNORECASE
)
_STORY_PICTURE = re.compile(r"/[^/]+/images/[^/]+$", re.IGNORECASE)

# The old address of a thing of each kind; `{}` stands for its number.
PAGES = {
    "category": "browse.php?type=categories&catid={}",
    "challenge": "modules/challenges/challenges.php?chalid={}",
    "chapter": "viewstory.php?chapid={}",
    "character": "browse.php?type=characters&charid={}",
    "class": "browse.php?type=class&classid={}",
    "member": "viewuser.php?uid={}",
    "news": "news.php?nid={}",
    "page": "viewpage.php?id={}",
    "poll": "blocks/poll/pollarchive.php?poll={}",
    "rating": "browse.php?type=ratings&rating={}",
    "review": "reviews.php?reviewid={}",
    "series": "viewseries.php?seriesid={}",
    "story": "viewstory.php?sid={}",
}


def addresses_in(file: Path) -> Iterator[str]:
    """Yield the addresses in an access log, a sitemap or a list, as they come; of pages alone."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            yield from filter(_is_a_page, _addresses_on(line))


def addresses_known() -> Iterator[str]:
    """Yield the address that each thing had in an archive that moved in."""
    for move in Move.objects.order_by("pk"):
        base = move.address.rstrip("/") + "/"
        numbers = OldNumber.objects.filter(move=move, kind__in=PAGES).order_by("kind", "pk")
        for kind, old in numbers.values_list("kind", "old").iterator():
            yield base + PAGES[kind].format(old)
        places = OldPlace.objects.filter(move=move).order_by("pk")
        for story, place in places.values_list("story", "place").iterator():
            yield f"{base}viewstory.php?sid={story}&chapter={place}"


def within(addresses: Iterable[str], base: str) -> Iterator[str]:
    """Yield those that begin with this address; where they name no host, with its folder."""
    base = base.rstrip("/")
    folder = urlsplit(base).path.rstrip("/") if "://" in base else base
    for address in addresses:
        begins = base if "://" in address[:10] else folder
        if address.startswith(begins):
            yield address


def _addresses_on(line: str) -> list[str]:
    line = line.strip()
    if _IN_LOG.match(line):
        return _LOGGED.findall(line)[:1]
    if line.startswith("<"):
        return [html.unescape(address) for address in _IN_SITEMAP.findall(line)]
    return [line] if line and not line.startswith("#") else []


def _is_a_page(address: str) -> bool:
    path = address.partition("?")[0]
    return not _NO_PAGE.search(path) or bool(_STORY_PICTURE.search(path))
