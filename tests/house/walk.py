"""Every address of the site, and a small world of private things to ask them for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from storyhold.accounts.models import Member, Role
from storyhold.reviews.actions import reply_to
from storyhold.series.actions import add_story, create_series
from storyhold.stories.actions.authorship import invite_co_author
from storyhold.stories.actions.publishing import unpublish_story
from storyhold.stories.actions.trash import delete_story
from storyhold.stories.models import Story
from storyhold.tags.actions import add_tag
from storyhold.tags.models import Rating, TagKind
from tests.cast import make_chapter, make_member, make_review, make_story, open_the_archive

SECRET = "ZAUNKOENIG"  # stands in everything that only the draft's authors may read

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
    ada, ben, mo, wren = (
        make_member("Ada"),
        make_member("Ben"),
        make_member("Mo", role=Role.MODERATOR),
        make_member("Wren", role=Role.ARCHIVIST),
    )
    nobody = make_member("Dora")
    tag = add_tag(TagKind.objects.get(key="freeform"), f"{SECRET} tag")
    story = make_story(
        author=ada,
        title=f"{SECRET} story",
        public=True,
        chapters=2,
        text=f"{SECRET} text",
        summary=f"{SECRET} summary",
        tags={"freeform": [tag.name]},
        rating=Rating.objects.get(name=rating),
    )
    chapter = story.chapters.get(number=1)
    review = make_review(chapter, by=nobody, text=f"{SECRET} review")
    reply_to(review, by=ada.pen_name, text=f"{SECRET} reply")
    series = create_series(title=f"{SECRET} series", summary="", mode="closed", by=ada.pen_name)
    item = add_story(series, story, by=ada.pen_name)
    make_chapter(story, author=ada, title=f"{SECRET} draft chapter")
    invitation = invite_co_author(story, name="Dora")
    ids = {
        "story": story.pk,
        "chapter": chapter.pk,
        "number": 1,
        "review": review.pk,
        "series": series.pk,
        "item": item.pk,
        "tag": tag.pk,
        "kind": "freeform",
        "pen_name": ada.pen_name.pk,
        "authorship": invitation.pk,
        "revision": 1,
        "member": nobody.pk,
        "uidb36": "1",
        "key": "set-password",
        "invitation": invitation.pk,
        "letter": 1,
    }
    people = {"guest": None, "ben": ben, "ada": ada, "mo": mo, "wren": wren}
    return World(people=people, ids=ids)


def address(world: World, name: str, parameters: list[str]) -> str:
    """Return the address of this name for the private world's things."""
    return reverse(name, kwargs={each: world.ids[each] for each in parameters})
