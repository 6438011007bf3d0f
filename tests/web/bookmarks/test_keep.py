import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from storyhold.bookmarks.actions.keeping import Said, keep
from storyhold.bookmarks.models import Bookmark
from storyhold.series.actions import add_story, create_series
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.actions.publishing import unpublish_story
from tests.cast import make_member, make_pen_name, make_story


def words(answer):
    return answer.content.decode()


@pytest.fixture
def series(ada, story):
    kept = create_series(title="Tides", summary="", mode="closed", by=ada.pen_name)
    add_story(kept, story, by=ada.pen_name)
    return kept


def test_one_click_keeps_and_leads_back(client, ada, ben, story, series):
    things = (
        (story, f"/stories/{story.pk}/keep/"),
        (series, f"/series/{series.pk}/keep/"),
        (ada.pen_name, f"/people/{ada.pen_name.pk}/keep/"),
    )
    for thing, address in things:
        page = thing.get_absolute_url()
        assert f'action="{address}"' in words(client.get(page))

        after = client.post(address, {"next": page}, follow=True)

        assert after.redirect_chain == [(page, 302)]
        assert "is among your favorites, for everybody to see on your profile" in words(after)
        assert "Add a comment, or keep it to yourself" in words(after)
        assert "One of your favorites" in words(client.get(page))
    assert Bookmark.objects.count() == 3


def test_a_click_under_a_chapter_leads_back_to_the_chapter(client, ada, ben):
    story = make_story(author=ada, public=True, chapters=2)
    page = f"/stories/{story.pk}/chapters/2/"

    assert f'name="next" value="{page}"' in words(client.get(page))


def test_the_house_rule_chooses_the_word(client, ben, story, house_rules):
    house_rules(kept_word="bookmarks")

    page = words(client.get(story.get_absolute_url()))

    assert "My bookmarks" in page
    assert "Bookmark the author" in page
    assert "avorite" not in page


def test_authors_have_no_button_on_their_own(client, ada, story, series):
    client.force_login(ada)

    for thing in (story, series, ada.pen_name):
        assert "/keep/" not in words(client.get(thing.get_absolute_url()))
    refused = client.post(f"/stories/{story.pk}/keep/", follow=True)
    assert "This is your own" in words(refused)


def test_guests_have_no_button_and_are_sent_to_sign_in(client, story):
    assert "/keep/" not in words(client.get(story.get_absolute_url()))
    assert client.post(f"/stories/{story.pk}/keep/")["Location"].startswith("/account/sign-in/")


def test_a_draft_cannot_be_kept(client, ada, ben):
    draft = make_story(author=ada)

    assert client.post(f"/stories/{draft.pk}/keep/").status_code == 404
    assert client.get(f"/stories/{draft.pk}/keep-authors/").status_code == 404


def test_all_authors_of_a_story_are_offered_at_once(client, ada, ben, story):
    emil = make_member("Emil")
    accept_co_authorship(invite_co_author(story, name="Emil"))
    address = f"/stories/{story.pk}/keep-authors/"
    assert words(client.get(address)).count('name="authors"') == 2

    chosen = {"authors": [ada.pen_name.pk, emil.pen_name.pk], "comment": "A *pair*."}
    after = client.post(address, chosen, follow=True)

    assert "Among your favorite authors from now on: Ada, Emil." in words(after)
    kept = Bookmark.objects.order_by("pk")
    assert [(each.author.name, each.is_public) for each in kept] == [
        ("Ada", False),
        ("Emil", False),
    ]
    assert client.get(address)["Location"] == "/bookmarks/authors/"  # nobody is left


def test_an_author_must_be_chosen(client, ben, story):
    answer = client.post(f"/stories/{story.pk}/keep-authors/", {"comment": "Typed."})

    assert answer.status_code == 422
    assert "Choose at least one of the authors." in words(answer)
    assert "Typed." in words(answer)


def test_a_comment_is_added_later_and_stands_in_both_lists(client, ben, story):
    bosun = make_pen_name(ben, "Bosun")
    kept = keep(story, by=ben.pen_name)
    typed = {"comment": "For *rainy* days.", "is_public": "on", "pen_name": bosun.pk}

    after = client.post(f"/bookmarks/{kept.pk}/", typed)

    assert after["Location"] == story.get_absolute_url()
    for page in ("/bookmarks/", f"{bosun.get_absolute_url()}bookmarks/"):
        assert "For <em>rainy</em> days." in words(client.get(page))
    assert "Favorites (1)" in words(client.get(bosun.get_absolute_url()))
    assert "Favorites (0)" in words(client.get(ben.pen_name.get_absolute_url()))


def test_a_private_one_stands_on_no_profile(client, ben, story):
    keep(story, Said(comment="Nobody’s business.", is_public=False), by=ben.pen_name)
    profile = f"{ben.pen_name.get_absolute_url()}bookmarks/"

    assert "Only you see it" in words(client.get("/bookmarks/"))
    for reader in (client, Client()):
        page = words(reader.get(profile))
        assert "Favorites (0)" in page
        assert "business" not in page


def test_what_is_typed_too_long_comes_back(client, ben, story):
    kept = keep(story, by=ben.pen_name)

    answer = client.post(f"/bookmarks/{kept.pk}/", {"comment": "y" * 5001})

    assert answer.status_code == 422
    assert "5,001 characters" in words(answer)
    assert "y" * 5001 in words(answer)


def test_letting_go_is_asked_for_once(client, ben, story):
    kept = keep(story, by=ben.pen_name)
    assert "No longer keep" in words(client.get(f"/bookmarks/{kept.pk}/remove/"))

    after = client.post(f"/bookmarks/{kept.pk}/remove/", follow=True)

    assert "is not among your favorites any more" in words(after)
    assert not Bookmark.objects.exists()


def test_another_member_s_is_not_found(client, ben, story):
    theirs = keep(story, by=make_member("Dora").pen_name)

    for page in (f"/bookmarks/{theirs.pk}/", f"/bookmarks/{theirs.pk}/remove/"):
        assert client.get(page).status_code == 404
        assert client.post(page, {"comment": "Mine!"}).status_code == 404
    assert Bookmark.objects.get().comment_source == ""


def test_lists_hold_what_the_reader_may_see(client, ben, story, series):
    keep(series, by=ben.pen_name)
    keep(story, by=ben.pen_name)
    assert "Tides" in words(client.get("/bookmarks/series/"))

    unpublish_story(story)

    assert "Stories (0)" in words(client.get("/bookmarks/"))
    assert "Tides" not in words(client.get("/bookmarks/series/"))


def test_lists_are_paged_and_take_as_many_queries_for_many_as_for_one(client, ada, ben):
    for number in range(27):
        keep(make_story(author=ada, title=f"Tide {number}", public=True), by=ben.pen_name)

    for page in ("/bookmarks/", f"{ben.pen_name.get_absolute_url()}bookmarks/"):
        with CaptureQueriesContext(connection) as queries:
            first = words(client.get(page))
        assert "Tide 26" in first
        assert "Tide 1<" not in first
        assert len(queries) <= 12
        assert "Tide 1<" in words(client.get(f"{page}?page=2"))
