from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import now

from storyhold.archive.queries import forget_archive
from storyhold.blocks.actions import (
    add_block,
    change_block,
    delete_block,
    make_first_blocks,
    move_block,
)
from storyhold.blocks.contents import fill
from storyhold.blocks.models import Block, Kind, Place
from storyhold.blocks.queries import all_blocks, blocks_in
from storyhold.blocks.refusals import DayIsMissing, TextIsMissing
from storyhold.tags.models import Rating
from tests.cast import make_member, make_story, open_the_archive

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _open():
    open_the_archive()


def headings(place=Place.FRONT):
    forget_archive()
    return [block.heading for block in blocks_in(place)]


def test_a_new_archive_has_a_first_page():
    assert headings()[:2] == ["Featured stories", "Newest stories"]
    assert Block.objects.count() == 0


def test_what_is_added_stands_at_the_end_and_can_be_moved():
    block = add_block(kind="text", title="Hello", text="Come *in*.")
    assert headings()[-1] == "Hello"

    for _step in range(3):
        move_block(Block.objects.get(pk=block.pk), steps=-1)

    assert headings().index("Hello") == len(headings()) - 4
    move_block(Block.objects.first(), steps=-1)
    assert len(headings()) == len(set(headings()))


def test_a_block_stands_where_it_is_put():
    block = add_block(kind="totals", place="everywhere")
    assert headings(Place.EVERYWHERE) == ["The archive in numbers"]

    change_block(block, place="nowhere")

    assert headings(Place.EVERYWHERE) == []
    assert block in all_blocks()


def test_a_block_that_could_show_nothing_is_refused():
    with pytest.raises(TextIsMissing):
        add_block(kind="text", text="  ")
    with pytest.raises(DayIsMissing):
        add_block(kind="countdown")


def test_when_the_last_block_goes_the_first_ones_come_back():
    make_first_blocks()
    for block in Block.objects.all():
        delete_block(block)

    assert "Newest stories" in headings()


def test_every_kind_of_block_can_be_filled(client):
    ada = make_member("Ada")
    make_story(author=ada, title="Low Water", public=True)
    for kind in Kind.values:
        day = now().date() + timedelta(days=3)
        add_block(kind=kind, place="everywhere", text="Words.", day=day)
    forget_archive()

    shown = fill(blocks_in(Place.EVERYWHERE), AnonymousUser())
    page = client.get("/about/").content.decode()

    # Nothing is featured, there is no news, nobody has read, asked or called anything.
    silent = {"featured", "news", "readers", "poll", "shoutbox", "updated", "categories"}
    assert {each.block.kind for each in shown} == set(Kind.values) - silent
    assert "Low Water" in page
    assert "3 days" in page


def test_blocks_show_guests_what_guests_may_see():
    members_only = Rating.objects.get(name="Explicit")
    ada = make_member("Ada")
    make_story(author=ada, title="For members", public=True, rating=members_only)
    make_story(author=ada, title="A draft")
    add_block(kind="newest", place="everywhere")
    forget_archive()

    for viewer, titles in ((AnonymousUser(), []), (ada, ["For members"])):
        shown = fill(blocks_in(Place.EVERYWHERE), viewer)
        assert [story.title for each in shown for story in each.found] == titles
