"""One walk over every address of the site, as each kind of person, against a table."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.core import serializers
from django.test import Client

from tests.house.walk import (
    ROLES,
    SECRET,
    World,
    address,
    every_address,
    members_only_world,
    private_world,
    world_in_the_trash,
)
from tests.house.who_may_what import GET, POST

pytestmark = pytest.mark.django_db

OUTSIDERS = ("guest", "ben", "mo", "wren")
ROOMS = ("betas", "stories", "series", "reviews", "tags")


def test_every_address_is_in_the_table():
    names = {name for name, _parameters in every_address()}

    assert names == set(GET) == set(POST)


@pytest.mark.once
def test_opening_an_address():
    world = private_world()

    found, leaks = walk(world, ROLES, Client.get)

    assert different(found, GET) == []
    assert [leak for leak in leaks if not leak.endswith(" ada")] == []


@pytest.mark.once
def test_posting_to_an_address():
    world = private_world()
    before = everything_kept()

    found, leaks = walk(world, OUTSIDERS, Client.post)

    assert different(found, POST) == []
    assert leaks == []
    assert everything_kept() == before


@pytest.mark.once
def test_a_story_for_members_only_is_told_to_no_guest():
    world = members_only_world()

    _found, leaks = walk(world, ("guest",), Client.get)
    _found, more_leaks = walk(world, ("guest",), Client.post)

    assert leaks + more_leaks == []


@pytest.mark.once
def test_a_deleted_story_is_told_to_nobody_but_its_author():
    world = world_in_the_trash()

    _found, leaks = walk(world, ("guest", "mo"), Client.get)
    _found, more_leaks = walk(world, ("ben",), Client.post)

    assert leaks + more_leaks == []
    assert SECRET in world.client("ada").get("/desk/trash/").content.decode()


def walk(
    world: World, roles: tuple[str, ...], ask: Callable[..., object]
) -> tuple[dict[str, str], list[str]]:
    """Ask every address as each role; return the statuses, and where the secret was shown."""
    found: dict[str, str] = {}
    leaks = []
    for role in roles:
        browser = world.client(role)
        for name, parameters in every_address():
            # One of the addresses signs people out: it gets a browser of its own.
            client = world.client(role) if name == "account_logout" else browser
            answer = ask(client, address(world, name, parameters))
            found[name] = f"{found.get(name, '')} {answer.status_code}".strip()
            shown = answer.getvalue() + answer.get("Location", "").upper().encode()
            if SECRET.encode() in shown:
                leaks.append(f"{name} {role}")
    return found, leaks


def different(found: dict[str, str], table: dict[str, str]) -> list[str]:
    return [
        f"{name}: {found[name]}, the table says {table.get(name)}"
        for name in found
        if found[name] != table.get(name)
    ]


def everything_kept() -> str:
    """What the rooms hold, apart from what any reader's visit may add."""
    rows = [
        row
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
        if model.__name__ not in ("ReadMark", "DaySalt")
        for row in model._default_manager.order_by("pk")
    ]
    return serializers.serialize("json", rows)
