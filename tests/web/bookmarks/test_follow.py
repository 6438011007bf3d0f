import pytest

from storyhold.bookmarks.actions.following import subscribe
from storyhold.bookmarks.actions.keeping import keep
from storyhold.bookmarks.models import Subscription
from storyhold.series.actions import add_story, create_series
from tests.cast import make_story


def words(answer):
    return answer.content.decode()


@pytest.fixture
def series(ada, story):
    kept = create_series(title="Tides", summary="", mode="closed", by=ada.pen_name)
    add_story(kept, story, by=ada.pen_name)
    return kept


def test_a_button_follows_and_the_next_follows_no_longer(client, ada, ben, story, series):
    for thing, where in (
        (story, f"/stories/{story.pk}"),
        (series, f"/series/{series.pk}"),
        (ada.pen_name, f"/people/{ada.pen_name.pk}"),
    ):
        page = thing.get_absolute_url()
        assert f'action="{where}/subscribe/"' in words(client.get(page))

        after = client.post(f"{where}/subscribe/", {"next": page}, follow=True)
        assert "You will be told when there is news of" in words(after)
        assert f'action="{where}/unsubscribe/"' in words(after)

        after = client.post(f"{where}/unsubscribe/", {"next": page}, follow=True)
        assert "You will not be told of" in words(after)
        assert not Subscription.objects.exists()


def test_the_list_holds_what_one_follows_and_ends_it(client, ada, ben, story, series):
    for thing in (story, series, ada.pen_name):
        subscribe(thing, by=ben)

    page = words(client.get("/subscriptions/"))

    for thing in (story, series, ada.pen_name):
        assert f'href="{thing.get_absolute_url()}"' in page
    assert page.count("/unsubscribe/") == 3


def test_who_follows_nothing_is_told_how(client, ben):
    assert "You follow nothing yet." in words(client.get("/subscriptions/"))


def test_keeping_offers_to_follow_too(client, ben, story):
    kept = keep(story, by=ben.pen_name)
    address = f"/bookmarks/{kept.pk}/"
    assert "Tell me when there is something new" in words(client.get(address))

    client.post(address, {"comment": "", "is_public": "on", "follows": "on"})
    assert Subscription.objects.get().thing == story

    client.post(address, {"comment": "", "is_public": "on"})
    assert not Subscription.objects.exists()


def test_a_draft_cannot_be_followed(client, ada, ben):
    draft = make_story(author=ada)

    assert client.post(f"/stories/{draft.pk}/subscribe/").status_code == 404


def test_guests_sign_in_first(client, story):
    answer = client.post(f"/stories/{story.pk}/subscribe/")

    assert answer["Location"].startswith("/account/sign-in/")
