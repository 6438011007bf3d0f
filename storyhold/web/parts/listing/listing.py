"""One page of a listing."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict

from storyhold.archive.queries import the_archive
from storyhold.common.alphabet import in_order
from storyhold.stories.models import Story
from storyhold.stories.narrowing import among
from storyhold.stories.queries import for_listing
from storyhold.stories.sorting import counts_by_letter, sorted_by
from storyhold.web.parts.listing.asked import Asked, address, asked_of
from storyhold.web.parts.listing.places import tell_places
from storyhold.web.parts.listing.sorts import BEST

# So many stories are not named to the database: to read the numbers of all takes less time.
MANY = 1_000


@dataclass(frozen=True)
class Listing:
    """One page of stories, what was asked for, and the ways to the other pages."""

    page: Page[Story]
    asked: Asked
    letter: str = ""
    letters: list[tuple[str, str]] | None = None  # letter, and its address or ''

    @property
    def count(self) -> int:
        """How many stories there are on all pages."""
        return self.page.paginator.count

    @property
    def is_all(self) -> bool:
        """Whether nothing is chosen yet, and no other page than the first."""
        return self.page.number == 1 and not self.asked.answered

    @property
    def query(self) -> QueryDict:
        """What asks for this listing in an address, but for the number of the page."""
        return self.asked.query(letter=self.letter)

    @property
    def all_letters(self) -> str:
        """The end of the address of the same without its letter."""
        return address(self.asked.query())


def listing(
    request: HttpRequest,
    stories: QuerySet[Story],
    *,
    sort: str,
    count: Callable[[], int] | None = None,
    tells_places: bool = True,
) -> Listing:
    """Return the page that was asked for; `sort` is for those who ask for no order.

    Five queries, and those of `questions_for`. `count` is asked how many stories there are in all,
    where nothing is chosen. What nobody can read in an address (`?page=x`) counts as not said.
    `tells_places=False` spares the query for series where a page has many others.
    """
    asked = asked_of(request, sort=sort)
    if asked.words and asked.sort == BEST:
        page = _best(request, asked.narrow_but_for_words(stories), asked.words.ranking)
    else:
        found = asked.narrow(stories)
        number = count() if count and not asked.answered else found.count()
        page = _page(request, sorted_by(found, asked.sort), number)
    if tells_places:
        tell_places(request.user, list(page))
    return Listing(page, asked)


def alphabet(request: HttpRequest, stories: QuerySet[Story], *, sort: str) -> Listing:
    """Return a listing with a letter bar, as `listing`; `?letter=B` shows the stories under it."""
    asked = asked_of(request, sort=sort)
    found = asked.narrow(stories)
    counts = counts_by_letter(found)
    letter = request.GET.get("letter", "")
    if letter in counts:
        found, count = found.filter(letter=letter), counts[letter]
    else:
        letter, count = "", sum(counts.values())
    letters = [
        (each, address(asked.query(letter=each)) if has_stories else "")
        for each, has_stories in in_order(set(counts))
    ]
    page = _page(request, sorted_by(found, asked.sort), count)
    tell_places(request.user, list(page))
    return Listing(page, asked, letter, letters)


def _best(request: HttpRequest, stories: QuerySet[Story], ranking: list[int]) -> Page[Story]:
    """Return the page that was asked for of the ranking, less what is not among the stories."""
    if len(ranking) < MANY:
        stories = stories.filter(among(ranking))
    shown = set(stories.order_by().values_list("pk", flat=True))
    pages = Paginator([pk for pk in ranking if pk in shown], the_archive().stories_on_a_page)
    page: Page[Any] = pages.get_page(request.GET.get("page"))
    # Asked once more: a story may have been hidden since.
    found = for_listing(stories.filter(pk__in=list(page))).in_bulk()
    page.object_list = [found[pk] for pk in page if pk in found]
    return page


def _page(request: HttpRequest, stories: QuerySet[Story], count: int) -> Page[Story]:
    pages = Paginator(for_listing(stories), the_archive().stories_on_a_page)
    vars(pages)["count"] = count  # known already
    page = pages.get_page(request.GET.get("page"))
    page.object_list = list(page.object_list)
    return page
