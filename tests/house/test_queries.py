"""How many queries pages ask, when nothing of what a process keeps is known."""

from collections import Counter

import pytest
from django.db import connection
from django.db.models import Model
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor
from django.test import Client
from django.test.utils import CaptureQueriesContext

from storyhold.archive.queries import forget_archive
from storyhold.stories.choices import forget_choices
from tests.cast import change_rules
from tests.house.walk import address, every_address, public_world

MOST = 12
FILES = ("leaving:package",)  # all that a member has written, not a page


@pytest.mark.once
@pytest.mark.parametrize("role", ["guest", "ben", "ada", "wren"])
def test_no_page_asks_more_than_twelve(role, db):
    world = public_world()
    change_rules(whole_category_paths=True)
    # Blocks at the side are as many as an archivist wants: they are made before, and kept.
    world.client(role).get("/")

    asked = {
        name: queries_of(world.client(role), address(world, name, parameters))
        for name, parameters in every_address()
        if name not in FILES
    }

    assert {name: number for name, number in asked.items() if number > MOST} == {}


def queries_of(client: Client, path: str) -> int:
    forget_archive()
    forget_choices()
    with CaptureQueriesContext(connection) as queries:
        client.get(path).getvalue()
    return len(queries)


@pytest.mark.once
@pytest.mark.parametrize("role", ["ben", "ada", "wren"])
def test_no_page_looks_anything_up_that_it_could_have_brought_along(role, db, monkeypatch):
    world = public_world()
    looked_up = look_ups(monkeypatch)
    client = world.client(role)

    found = {}
    for name, parameters in every_address():
        looked_up.clear()
        client.get(address(world, name, parameters)).getvalue()
        if looked_up and name not in FILES:
            found[name] = dict(looked_up)

    assert found == {}


def look_ups(monkeypatch) -> Counter[str]:
    """What is fetched because somebody touched it: columns left out, and rows not joined."""
    met: Counter[str] = Counter()
    refresh, get_object = Model.refresh_from_db, ForwardManyToOneDescriptor.get_object

    def refreshed(row, using=None, fields=None, from_queryset=None):
        if fields:
            met[f"{type(row).__name__}: {', '.join(fields)}"] += 1
        refresh(row, using=using, fields=fields, from_queryset=from_queryset)

    def got(descriptor, row):
        met[f"{type(row).__name__}.{descriptor.field.name}"] += 1
        return get_object(descriptor, row)

    monkeypatch.setattr(Model, "refresh_from_db", refreshed)
    monkeypatch.setattr(ForwardManyToOneDescriptor, "get_object", got)
    return met
