"""What a story's card says in a listing."""

import pytest
from django.utils.timezone import now

from storyhold.series.actions import add_story, create_series
from storyhold.stories.models import Story
from tests.cast import change_rules, make_story


@pytest.fixture
def card(client):
    def of(address="/stories/"):
        html = " ".join(client.get(address).content.decode().split())
        return html[html.index('<article class="blurb') : html.index("</article>")]

    return of


def test_what_readers_gave_and_how_often_it_was_read(card, ada):
    make_story(author=ada, public=True)
    Story.objects.update(
        kudos_count=1, bookmark_count=12, read_count=31_000, rated_count=2, rated_sum=18
    )

    html = card()
    for said in ("1 kudos", "12 favorites", "31k reads", "4½ stars"):
        assert said in html
    change_rules(kept_word="bookmarks", has_kudos=False)
    assert "12 bookmarks" in card()
    assert "kudos" not in card()


def test_when_it_was_published_and_updated_and_whether_that_is_new(card, ada):
    make_story(author=ada, public=True)
    assert ">New</span>" in card()

    Story.objects.update(published_at="2011-05-04T12:00Z", updated_at="2012-06-07T12:00Z")

    assert ">4 May 2011</time>" in card()
    assert "updated&nbsp;<time" in card()
    assert ">7 Jun 2012</time>" in card()
    assert ">New</span>" not in card()
    Story.objects.update(updated_at=now())
    change_rules(recent_days=0)
    assert ">New</span>" not in card()


def test_a_round_robin_says_so(card, ada):
    make_story(author=ada, public=True)
    assert "Round robin" not in card()
    Story.objects.update(is_round_robin=True)
    assert ">Round robin</span>" in card()


def test_the_series_it_belongs_to(card, ada):
    first, second = (make_story(author=ada, title=title, public=True) for title in ("Z", "A"))
    series = create_series(title="Low Water", summary="", mode="closed", by=ada.pen_name)
    add_story(series, make_story(author=ada), by=ada.pen_name)  # a draft, which has no number
    add_story(series, first, by=ada.pen_name)
    add_story(series, second, by=ada.pen_name)

    assert f'Part 2 of <a href="{series.get_absolute_url()}">Low Water</a>' in card()
