import re

import pytest

from storyhold.archive.queries import forget_archive
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.models import Story
from storyhold.tags.models import Rating
from tests.cast import change_rules, make_member, make_review, make_story


def titles_on(client, address="/stories/"):
    page = client.get(address)
    assert page.status_code == 200
    found = re.findall(
        r'class="blurb__title"[^>]*><a href="[^"]+">([^<]+)</a>', page.content.decode()
    )
    return [each.replace("&quot;", '"') for each in found]


@pytest.fixture
def some(ada):
    titles = ["The Zebra", "An Apple", "Éclair", "Berlin", "Йод", "春の水", "7 Days"]
    return [make_story(author=ada, title=title, public=True) for title in titles]


def test_stories_stand_from_a_to_z_in_any_script(client, some):
    assert titles_on(client) == [
        "7 Days", "An Apple", "Berlin", "Éclair", "The Zebra", "Йод", "春の水",
    ]  # fmt: skip


def test_the_letters_lead_to_their_stories(client, some):
    html = client.get("/stories/").content.decode()

    assert 'href="?letter=Z&amp;sort=title"' in html
    assert '<span class="letters__none">C</span>' in html
    assert titles_on(client, "/stories/?letter=Z") == ["The Zebra"]
    assert titles_on(client, "/stories/?letter=%D0%98") == ["Йод"]
    assert titles_on(client, "/stories/?letter=%23") == ["7 Days"]


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("newest", "7 Days"), ("words", "Berlin"), ("reviews", "Éclair"), ("updated", "An Apple"),
        ("kudos", "Йод"), ("bookmarks", "The Zebra"), ("reads", "春の水"),
    ],
)  # fmt: skip
def test_stories_in_another_order(client, some, sort, first):
    Story.objects.filter(title="Berlin").update(word_count=90_000)
    Story.objects.filter(title="An Apple").update(updated_at="2199-01-01T00:00Z")
    Story.objects.filter(title="Йод").update(kudos_count=3)
    Story.objects.filter(title="The Zebra").update(bookmark_count=2)
    Story.objects.filter(title="春の水").update(read_count=9)
    make_review(some[2].chapters.get(), by=make_member("Ben"))

    assert titles_on(client, f"/stories/?sort={sort}")[0] == first


def test_the_best_rated_is_what_many_readers_rate_well(client, ada):
    rated = {
        "Nine by ten": (10, 90),
        "Ten by one": (1, 10),
        "One by one": (1, 1),
        "By none": (0, 0),
    }
    for title, (count, together) in rated.items():
        story = make_story(author=ada, title=title, public=True)
        Story.objects.filter(pk=story.pk).update(rated_count=count, rated_sum=together)

    assert titles_on(client, "/stories/?sort=score") == list(rated)


def test_an_order_that_the_house_rules_leave_nothing_of_is_not_offered(client, some):
    change_rules(has_kudos=False, review_rating="none")

    html = client.get("/stories/?sort=kudos").content.decode()

    assert '<option value="title" selected>' in html
    assert 'value="kudos"' not in html
    assert 'value="score"' not in html


def test_a_page_holds_as_many_stories_as_the_house_rules_say(client, some):
    change_rules(stories_on_a_page=5)

    assert len(titles_on(client, "/stories/")) == 5
    assert len(titles_on(client, "/stories/?page=2")) == 2


def test_pages_keep_order_and_letter(client, ada):
    for number in range(30):
        make_story(author=ada, title=f"Story {number:02}", public=True)

    html = client.get("/stories/?letter=S&sort=newest").content.decode()

    assert len(titles_on(client, "/stories/?letter=S&sort=newest")) == 25
    assert "?letter=S&amp;sort=newest&amp;page=2" in html
    last = titles_on(client, "/stories/?letter=S&sort=newest&page=2")
    assert last == [f"Story {number:02}" for number in (4, 3, 2, 1, 0)]


@pytest.mark.parametrize(
    "query",
    [
        "page=abc", "page=", "page=0", "page=-1", "page=99999999999", f"page={'9' * 5000}",
        "sort=x", "sort[]=title", "letter=%00", "letter=%ED%A0%80", "letter=AA",
        "page=%F0%9F%98%80",
    ],
)  # fmt: skip
def test_nonsense_in_the_address_is_no_matter(client, some, query):
    assert len(titles_on(client, f"/stories/?{query}")) == 7


def test_drafts_and_stories_for_members_are_not_listed_for_guests(client, ada):
    make_story(author=ada, title="Draft")
    members_only = Rating.objects.create(name="Ours", must_sign_in=True)
    make_story(author=ada, title="Members", public=True, rating=members_only)

    assert titles_on(client) == []
    client.force_login(ada)
    assert titles_on(client) == ["Members"]


def test_a_listing_takes_ten_queries_whatever_is_in_it(client, ada, django_assert_max_num_queries):
    others = [make_member(name) for name in ("Dora", "Emil")]
    for number in range(30):
        story = make_story(
            author=ada,
            title=f"{chr(65 + number % 26)} story {number}",
            public=True,
            rating=Rating.objects.get(name="Teen"),
            tags={"freeform": [f"tag {number} {each}" for each in range(8)], "fandom": ["F"]},
        )
        for other in others:
            accept_co_authorship(invite_co_author(story, name=str(other)))
        make_review(story.chapters.get(), by=make_member(f"R {number}"))
    client.force_login(make_member("Ben"))
    forget_archive()

    with django_assert_max_num_queries(12):  # two of them at most once a second
        client.get("/stories/")
    forget_archive()
    with django_assert_max_num_queries(10):
        client.get("/stories/?letter=A&sort=words")
