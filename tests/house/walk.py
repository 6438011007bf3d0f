"""Every address of the site, and a small world of private things to ask them for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from storyhold.accounts.models import Member, Role
from storyhold.stories.actions.publishing import unpublish_story
from storyhold.stories.actions.trash import delete_story
from storyhold.stories.models import Story
from tests.cast import make_member, open_the_archive
from tests.house import things
from tests.house.things import SECRET as SECRET

ROLES = ("guest", "ben", "ada", "mo", "wren")


@dataclass(frozen=True)
class World:
    """Ada's draft with all that hangs on it, and who asks for it."""

    people: Mapping[str, Member | None]
    ids: Mapping[str, object]  # what to put into an address, by the name of its parameter

    def client(self, role: str) -> Client:
        """Return a browser in which this person is signed in."""
        client = Client()
        person = self.people[role]
        if person:
            client.force_login(person)
        return client


def every_address() -> Iterator[tuple[str, list[str]]]:
    """Yield the name of every address and the names of its parameters."""
    yield from _inside(get_resolver(), prefix="", above=[])


def _inside(
    resolver: URLResolver, *, prefix: str, above: list[str]
) -> Iterator[tuple[str, list[str]]]:
    for entry in resolver.url_patterns:
        parameters = above + list(entry.pattern.regex.groupindex)
        if isinstance(entry, URLResolver):
            inner = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from _inside(entry, prefix=inner, above=parameters)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", parameters


def private_world() -> World:
    """A draft that was public once, so that reviews, a series and a tag hang on it."""
    world = _world()
    unpublish_story(Story.objects.get(pk=world.ids["story"]))
    return world


def public_world() -> World:
    """The same story, public, as everybody may read it."""
    return _world()


def world_in_the_trash() -> World:
    """The same story, deleted while it was public."""
    world = _world()
    delete_story(Story.objects.get(pk=world.ids["story"]))
    return world


def members_only_world() -> World:
    """The same story, public, with a rating that only members may open."""
    return _world(rating="Explicit")


def _world(*, rating: str = "General") -> World:
    open_the_archive()
    people = {
        "guest": None,
        "ben": make_member("Ben"),
        "ada": make_member("Ada"),
        "mo": make_member("Mo", role=Role.MODERATOR),
        "wren": make_member("Wren", role=Role.ARCHIVIST),
        "dora": make_member("Dora"),
    }
    ids = things.of_writing(people["ada"], people["dora"], rating=rating)
    for more in things.OF_OTHER_ROOMS:
        ids |= more(people, ids)
    # Dora is nobody in the walk: what Ada's story needs of another member is hers.
    del people["dora"]
    return World(people=people, ids=ids)


def address(world: World, name: str, parameters: list[str]) -> str:
    """Return the address of this name for the private world's things."""
    return reverse(name, kwargs={each: world.ids[each] for each in parameters})
