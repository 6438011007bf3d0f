"""What stands in blocks, for one viewer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.timezone import now

from storyhold.accounts.queries import Viewer, newest_pen_names
from storyhold.blocks.models import Block, Kind
from storyhold.blocks.rules import days_until
from storyhold.blocks.totals import totals_for
from storyhold.freshness.watching import lasts
from storyhold.news.access import news_visible_to
from storyhold.news.queries import for_news_list
from storyhold.polls.queries import open_poll_for
from storyhold.shoutbox.queries import latest_shouts
from storyhold.stories.access import stories_listed_for
from storyhold.stories.models import Story
from storyhold.stories.queries import (
    by_chance,
    lately_updated,
    newest,
    prefetch_blurbs,
    readers_today,
    without_long_texts,
)
from storyhold.stories.shelves import Shelf, shelves_of
from storyhold.tags.models import TagKind
from storyhold.tags.queries import kinds


@dataclass(frozen=True)
class Shown:
    """A block with what its template needs; `stories` are in `found` as well."""

    block: Block
    found: Any = None

    @property
    def template(self) -> str:
        """The part that shows it."""
        return f"parts/blocks/{self.block.kind}.html"

    @property
    def anchor(self) -> str:
        """Its name on the page."""
        return f"block-{self.block.pk or self.block.kind}"


@dataclass
class Page:
    """What is being filled: for whom, and which stories stand on it already."""

    viewer: Viewer
    stories: list[Story] = field(default_factory=list)

    def listed(self) -> Any:
        """Return the stories that lists show this viewer, as blurbs need them."""
        return without_long_texts(stories_listed_for(self.viewer))


def fill(blocks: Iterable[Block], viewer: Viewer) -> list[Shown]:
    """Return the blocks that have something to show, in order.

    One query for most kinds, and two more for the blurbs of all of them together.
    """
    page = Page(viewer)
    shown = [Shown(block, CONTENTS[Kind(block.kind)](block, page)) for block in blocks]
    prefetch_blurbs(page.stories)
    return [each for each in shown if each.found]


def has_stories(shown: Iterable[Shown]) -> bool:
    """Whether any of the blocks shows a story."""
    return any(each.block.kind in STORIES for each in shown)


def _featured(block: Block, page: Page) -> list[Story]:
    return _take(page, lately_updated(page.listed().filter(is_featured=True)), block)


def _newest(block: Block, page: Page) -> list[Story]:
    return _take(page, newest(page.listed()), block)


def _updated(block: Block, page: Page) -> list[Story]:
    # Left out here: asked to do it, SQLite would sort all stories for these few.
    found = lately_updated(page.listed())[: len(page.stories) + block.how_many]
    return _take(page, [story for story in found if story not in page.stories], block)


def _random(block: Block, page: Page) -> list[Story]:
    found = by_chance(page.listed(), most=block.how_many)
    page.stories += found
    return found


def _take(page: Page, stories: Any, block: Block) -> list[Story]:
    found = list(stories[: block.how_many])
    page.stories += found
    return found


def _news(block: Block, page: Page) -> Any:
    return list(for_news_list(news_visible_to(page.viewer))[: block.how_many])


def _menu(block: Block, page: Page) -> list[TagKind]:  # noqa: ARG001 — as all of CONTENTS
    return kinds()


def _categories(block: Block, page: Page) -> list[Shelf]:  # noqa: ARG001
    tree = TagKind.objects.filter(is_tree=True).first()
    if tree is None:
        return []
    shelves = shelves_of(tree, stories_listed_for(page.viewer)).values()
    return [shelf for shelf in shelves if shelf.above is None]


def _search(block: Block, page: Page) -> bool:  # noqa: ARG001
    return True


def _totals(block: Block, page: Page) -> dict[str, int]:  # noqa: ARG001
    return totals_for(page.viewer)


def _people(block: Block, page: Page) -> Any:  # noqa: ARG001
    return newest_pen_names(most=block.how_many)


def _readers(block: Block, page: Page) -> int:  # noqa: ARG001
    return readers_today()


def _poll(block: Block, page: Page) -> Any:  # noqa: ARG001
    return open_poll_for(page.viewer)


def _shoutbox(block: Block, page: Page) -> Any:
    return list(latest_shouts(page.viewer)[: block.how_many])


def _countdown(block: Block, page: Page) -> dict[str, Any]:  # noqa: ARG001
    lasts(60)
    return {"days": days_until(block.day, today=now().date())} if block.day else {}


def _text(block: Block, page: Page) -> str:  # noqa: ARG001
    return block.html


STORIES = {Kind.FEATURED, Kind.NEWEST, Kind.UPDATED, Kind.RANDOM}
CONTENTS: dict[Kind, Callable[[Block, Page], Any]] = {
    Kind.FEATURED: _featured,
    Kind.NEWEST: _newest,
    Kind.UPDATED: _updated,
    Kind.RANDOM: _random,
    Kind.NEWS: _news,
    Kind.MENU: _menu,
    Kind.CATEGORIES: _categories,
    Kind.SEARCH: _search,
    Kind.TOTALS: _totals,
    Kind.PEOPLE: _people,
    Kind.READERS: _readers,
    Kind.POLL: _poll,
    Kind.SHOUTBOX: _shoutbox,
    Kind.COUNTDOWN: _countdown,
    Kind.TEXT: _text,
}
