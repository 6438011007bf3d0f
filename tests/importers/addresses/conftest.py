"""What tests of old addresses begin with."""

from collections.abc import Callable
from urllib.parse import quote

import pytest


@pytest.fixture
def moved(db: None):
    """An archive that has moved in."""
    from storyhold.stories.choices import forget_choices
    from tests.cast import open_the_archive
    from tests.importers.addresses.moved import move_in

    open_the_archive()
    forget_choices()
    return move_in()


@pytest.fixture
def where(moved) -> Callable[..., object]:
    """Ask, as a guest, where an address leads: what it says, or None, or what is gone."""
    from django.contrib.auth.models import AnonymousUser

    from storyhold.importers.addresses.catalogue import Catalogue
    from storyhold.importers.addresses.deciding import OldAddresses
    from storyhold.importers.addresses.outcomes import Leads

    def ask(address: str, viewer: object = None) -> object:
        path, _mark, query = address.partition("?")
        outcome = OldAddresses(Catalogue(viewer or AnonymousUser())).where(path, query)
        return outcome.to if isinstance(outcome, Leads) else outcome

    return ask


@pytest.fixture
def here(moved) -> Callable[[str], str]:
    """Fill in an address of ours: `{story}` its page, `{s}` its number, and so on."""
    from storyhold.challenges.models import Challenge
    from storyhold.news.models import NewsItem
    from storyhold.polls.models import Poll

    things = {
        "story": moved.story,
        "chapter": moved.second,
        "series": moved.series,
        "author": moved.ada.pen_name,
        "category": moved.category,
        "genre": moved.genre,
        "character": moved.character,
        "challenge": Challenge.objects.get(),
        "news": NewsItem.objects.get(),
        "rating": moved.story.rating,
    }

    def fill(address: str) -> str:
        pages = {name: thing.get_absolute_url() for name, thing in things.items()}
        said = {f"{name}_said": page.split("/")[-2] for name, page in pages.items()}
        pages["story"] = f"/stories/{moved.story.pk}/"
        numbers = {"s": moved.story.pk, "se": moved.series.pk, "a": moved.ada.pen_name.pk,
                   "r": moved.review.pk, "poll": Poll.objects.get().pk,
                   "c": things["challenge"].pk}  # fmt: skip
        return address.format(**pages, **said, **numbers, story_quoted=quote(pages["story"], ""))

    return fill
