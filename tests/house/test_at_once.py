"""What many do in the same moment: everybody gets an answer, and every number is right.

SQLite lets one after the other write; what this file is for, it shows on PostgreSQL.
"""

import threading
from collections.abc import Callable
from contextlib import closing, suppress

import pytest
from django.db import connection

from storyhold.blocks.actions import make_first_blocks, move_block
from storyhold.blocks.models import Block
from storyhold.blocks.queries import first_blocks
from storyhold.bookmarks.actions.keeping import keep, remove_bookmark
from storyhold.bookmarks.actions.keeping import recount as recount_bookmarks
from storyhold.common.refusal import Refusal
from storyhold.notices.actions import read_all_notices
from storyhold.polls.actions import open_poll
from storyhold.polls.models import Poll
from storyhold.reviews.actions.counting import recount as recount_reviews
from storyhold.reviews.actions.kudos import leave_kudos
from storyhold.reviews.actions.writing import delete_review
from storyhold.stories.actions.round_robins import open_round_robin
from storyhold.stories.models import Story
from storyhold.tags.actions import choose_tags
from storyhold.tags.models import Tag, TagKind
from tests.cast import make_chapter, make_member, make_review, make_story, open_the_archive

pytestmark = pytest.mark.django_db(transaction=True)

Deed = Callable[[], object]


@pytest.fixture(autouse=True)
def _archive():
    open_the_archive()


@pytest.fixture
def ada():
    return make_member("Ada")


@pytest.fixture
def readers():
    return [make_member(name) for name in ("Ben", "Dora", "Emil", "Finn")]


def at_once(*deeds: Deed) -> None:
    """Do all of it at once; a refusal is an answer."""
    ready, done = threading.Barrier(len(deeds)), []

    def do(deed: Deed) -> None:
        ready.wait()
        with closing(connection), suppress(Refusal):
            deed()
        done.append(deed)

    threads = [threading.Thread(target=do, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(done) == len(deeds)


def test_readers_do_all_they_can(ada, readers):
    story = make_story(author=ada, public=True)
    chapter = story.chapters.get()

    def read(reader):
        review = make_review(chapter, by=reader)
        leave_kudos(story, by=reader, visitor="")
        kept = keep(story, by=reader.pen_name)
        if reader == readers[0]:
            delete_review(review)
            remove_bookmark(kept)

    at_once(*(lambda reader=reader: read(reader) for reader in readers), lambda: put_away(ada))

    story.refresh_from_db()
    assert (story.review_count, story.kudos_count, story.bookmark_count) == (3, 4, 3)
    assert [*recount_reviews(), *recount_bookmarks()] == []


def put_away(member):
    for _time in range(5):
        read_all_notices(member)


def test_members_write_a_round_robin(ada, readers):
    story = make_story(author=ada, public=True)
    open_round_robin(story)

    def write(reader):
        make_chapter(Story.objects.get(pk=story.pk), author=reader, public=True)

    at_once(*(lambda reader=reader: write(reader) for reader in readers))

    numbers = story.chapters.filter(is_public=True).order_by("number")
    assert list(numbers.values_list("number", flat=True)) == [1, 2, 3, 4, 5]


def test_authors_think_of_the_same_new_word():
    kind = TagKind.objects.get(key="freeform")

    at_once(*[lambda: choose_tags(kind, ["Low tide"])] * 4)

    assert Tag.objects.filter(name="Low tide").count() == 1


def test_archivists_compose_the_first_page():
    at_once(*[make_first_blocks] * 4)
    blocks = list(Block.objects.all())
    assert len(blocks) == len(first_blocks())

    at_once(*(lambda block=block: move_block(block, steps=1) for block in blocks))

    assert [block.position for block in Block.objects.all()] == [1, 2, 3, 4, 5]


def test_moderators_ask_the_members():
    at_once(*[lambda: open_poll(question="Which tide?", choices=["Low", "High"])] * 3)

    assert Poll.objects.filter(is_open=True).count() == 1
