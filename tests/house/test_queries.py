"""How many queries pages ask, when nothing of what a process keeps is known."""

import pytest
from django.db import connection
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
