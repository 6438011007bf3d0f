from storyhold.archive.queries import forget_archive
from storyhold.stories.models import Story
from storyhold.tags.models import Rating
from tests.cast import change_rules, make_member, make_story


def test_an_empty_archive_says_so(client, archive):
    page = client.get("/")

    assert page.status_code == 200
    assert "There is no story here yet." in page.content.decode()
    assert page.content.decode().count('class="ornament"') == 1


def test_the_first_page_welcomes_and_shows_what_there_is(client, ada):
    change_rules(name="Low Water", tagline="Tides and pianos", welcome="Come *in*.")
    for number in range(8):
        make_story(author=ada, title=f"Story {number}", public=True)
    Story.objects.filter(title="Story 0").update(is_featured=True)

    html = client.get("/").content.decode()

    assert "<h1>Low Water</h1>" in html
    assert "Come <em>in</em>." in html
    assert html.index("Featured") < html.index("Story 0") < html.index("Newest stories")
    assert html.index("Newest stories") < html.index("Story 7") < html.index("Lately updated")
    assert html.count("Story 0") == 1
    assert 'href="/tags/fandom/"' in html
    assert 'type="application/atom+xml"' in html


def test_what_is_not_public_or_not_for_guests_is_not_there(client, ada):
    make_story(author=ada, title="Draft of mine")
    members_only = Rating.objects.create(name="Ours", must_sign_in=True)
    make_story(author=ada, title="For members", public=True, rating=members_only)

    assert "Draft of mine" not in client.get("/").content.decode()
    assert "For members" not in client.get("/").content.decode()
    client.force_login(make_member("Ben"))
    html = client.get("/").content.decode()
    assert "For members" in html
    assert "Draft of mine" not in html


def test_the_first_page_takes_eleven_queries(client, ada, django_assert_max_num_queries):
    for number in range(12):
        make_story(
            author=ada,
            title=f"Story {number}",
            public=True,
            rating=Rating.objects.get(name="Teen"),
            tags={"freeform": ["one", "two"], "fandom": [f"F{number}"]},
        )
    Story.objects.filter(title__in=["Story 0", "Story 1"]).update(is_featured=True)
    client.force_login(make_member("Ben"))
    forget_archive()

    with django_assert_max_num_queries(11):
        client.get("/")
