"""What guests' pages are made from, and what makes them anew."""

import pytest
from django.apps import apps
from django.test import Client

from storyhold.blocks.actions import delete_block
from storyhold.blocks.models import Block
from storyhold.freshness.tables import TABLES
from tests.house.kept_pages import KEPT, NOT_KEPT
from tests.house.walk import World, address, every_address, public_world


def test_every_table_says_what_its_changes_mean_to_guests():
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}

    assert tables == set(TABLES)


@pytest.mark.django_db
def test_every_page_for_guests_is_kept_or_says_why_not():
    world = public_world()
    # What stands at the side of every page is part of each.
    delete_block(Block.objects.get(pk=world.ids["block"]))

    found = dict(_pages_for_guests(world))

    assert {name: said for name, said in found.items() if said} == KEPT
    assert {name for name, said in found.items() if not said} == set(NOT_KEPT)


def _pages_for_guests(world: World):
    """Yield the name of each page that guests may open, and what is said of it to the edge."""
    browser = Client(**{"storyhold.from_edge": False})
    for name, parameters in every_address():
        answer = browser.get(address(world, name, parameters))
        answer.getvalue()
        if answer.status_code in (200, 301):
            said = [answer.get(f"Storyhold-{each}", "") for each in ("Keep", "Varies", "Read")]
            yield name, _in_short(*said)


def _in_short(keep: str, varies: str, read: str) -> str:
    """Return in few words what was said: neither that everything matters, nor the usual age."""
    subjects, _, age = keep.partition("; age=")
    named = [
        "its story" if each.startswith("story ") else each
        for each in subjects.split(", ")
        if each not in ("", "everything")
    ]
    aged = [f"{age} s"] if age not in ("", "3600") else []
    read_as = ["a read"] if read else []
    words = [*named, *aged, *(f"by {each}" for each in varies.split(", ") if each), *read_as]
    return ", ".join(words) if words or not keep else "everything"
