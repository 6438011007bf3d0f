import re

import pytest
from django.utils.timezone import now

from storyhold.archive.queries import forget_archive
from storyhold.blocks.actions import add_block
from storyhold.news.actions import write_news
from storyhold.polls.actions import open_poll
from storyhold.shoutbox.actions import shout
from storyhold.stories import reads
from storyhold.tags.actions import add_tag
from storyhold.tags.models import TagKind
from tests.cast import make_member, make_story, open_the_archive

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    open_the_archive()
    return make_member("Ada")


@pytest.fixture
def front(client):
    """The first page in words, with these blocks alone."""

    def front_with(*kinds):
        for kind in kinds:
            add_block(kind=kind)
        forget_archive()
        html = client.get("/").content.decode().partition("<main")[2].partition("<footer")[0]
        return " ".join(re.sub(r"<[^>]+>", " ", html).split())

    return front_with


def test_shelves_at_the_top_with_their_counts(front, ada):
    books = add_tag(TagKind.objects.get(key="category"), "Books")
    add_tag(books.kind, "Sea stories", parent=books)
    make_story(author=ada, public=True, tags={"category": ["Sea stories"]})

    assert "Categories Books 1" in front("categories")


def test_news_a_question_and_shouts(front, ada):
    make_story(author=ada, public=True)  # an archive without one says only that
    write_news(title="The lamp is lit", text="Come in.", by=ada.pen_name, published_at=now())
    open_poll(question="Tea or coffee?", choices=["Tea", "Coffee"])
    shout("Good evening", by=ada.pen_name)

    words = front("news", "poll", "shoutbox")

    for said in ("The lamp is lit", "Tea or coffee?", "Ada : Good evening"):
        assert said in words


def test_a_field_to_search_leads_to_the_search(front, client, ada):
    make_story(author=ada, title="The Piano at Low Water", public=True)

    assert "Search the archive Search" in front("search")
    assert client.get("/").content.decode().count('action="/search/"') == 2  # in the head as well


def test_how_many_have_read_today(front, ada):
    story = make_story(author=ada, public=True)
    for visitor in ("one", "two", "one"):
        reads.note_read(story.pk, story.chapters.get().pk, visitor)
    reads.write_reads()

    assert "2 readers have opened a story today." in front("readers")
