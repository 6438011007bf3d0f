import pytest

from storyhold.tags.models import Rating
from tests.cast import make_member, make_story, open_the_archive

pytestmark = pytest.mark.django_db

TEXT = "The lamp was lit at four."


@pytest.fixture
def ada():
    open_the_archive()
    return make_member("Ada")


def make_rating(**gates):
    return Rating.objects.create(name="Gated", position=9, warning_text="It is grim.", **gates)


def rated(ada, *, chapters=2, **gates):
    return make_story(author=ada, public=True, chapters=chapters, rating=make_rating(**gates))


def addresses_of_text(story):
    first = story.chapters.get(number=1)
    return [
        f"/stories/{story.pk}/chapters/1/",
        f"/stories/{story.pk}/chapters/1/print/",
        f"/stories/{story.pk}/whole/",
        f"/stories/{story.pk}/print/",
        f"/chapters/{first.pk}/",
    ]


@pytest.mark.parametrize("gate", ["must_accept_warning", "must_confirm_age", "must_sign_in"])
@pytest.mark.parametrize("chapters", [1, 2])
def test_no_address_shows_the_text_before_the_gate(client, ada, gate, chapters):
    story = rated(ada, chapters=chapters, **{gate: True})

    for address in [f"/stories/{story.pk}/", *addresses_of_text(story)]:
        page = client.get(address, follow=True)

        assert page.status_code == 200
        assert TEXT not in page.content.decode(), address


@pytest.mark.parametrize("gate", ["must_accept_warning", "must_confirm_age"])
@pytest.mark.parametrize("chapters", [1, 2])
def test_who_passes_the_gate_reads_on_every_address(client, ada, gate, chapters):
    story = rated(ada, chapters=chapters, **{gate: True})

    for address in addresses_of_text(story):
        client.cookies.clear()
        back = client.post(f"/stories/{story.pk}/gate/", {"next": address}, follow=True)

        assert TEXT in back.content.decode(), address


def test_the_gate_says_what_is_ahead_and_is_not_for_search_engines(client, ada):
    story = rated(ada, must_accept_warning=True)

    html = client.get(f"/stories/{story.pk}/chapters/1/").content.decode()

    assert "It is grim." in html
    assert f'action="/stories/{story.pk}/gate/"' in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_warning_accepted_for_one_rating_is_not_accepted_for_another(client, ada):
    story = rated(ada, must_accept_warning=True)
    grim = story.rating
    client.post(f"/stories/{story.pk}/gate/")
    other = Rating.objects.create(name="Other", must_accept_warning=True)
    second = make_story(author=ada, public=True, chapters=2, rating=other)

    assert client.cookies["passed"].value == f"w{grim.pk}"
    assert TEXT not in client.get(f"/stories/{second.pk}/chapters/1/").content.decode()
    client.post(f"/stories/{second.pk}/gate/")
    assert client.cookies["passed"].value == f"w{grim.pk}.w{other.pk}"


def test_both_gates_are_passed_at_once(client, ada):
    story = rated(ada, must_accept_warning=True, must_confirm_age=True)

    back = client.post(
        f"/stories/{story.pk}/gate/", {"next": f"/stories/{story.pk}/chapters/1/"}, follow=True
    )

    assert TEXT in back.content.decode()
    cookie = client.cookies["passed"]
    assert cookie.value == f"age.w{story.rating.pk}"
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == ""


def test_a_member_says_their_age_once_for_all_devices(client, ada):
    story = rated(ada, must_confirm_age=True)
    ben = make_member("Ben")
    client.force_login(ben)
    client.post(f"/stories/{story.pk}/gate/")
    del client.cookies["passed"]

    assert TEXT in client.get(f"/stories/{story.pk}/chapters/1/").content.decode()


def test_no_click_opens_a_story_for_members(client, ada):
    story = rated(ada, must_sign_in=True)
    client.post(f"/stories/{story.pk}/gate/")
    client.cookies["passed"] = "age.sign_in.w1.w2.w3.w4.w5"

    html = client.get(f"/stories/{story.pk}/chapters/1/").content.decode()

    assert TEXT not in html
    back = f"?next=%2Fstories%2F{story.pk}%2Fchapters%2F1%2F"
    assert f'href="/account/sign-in/{back}"' in html
    assert f'href="/account/register/{back}"' in html
    client.force_login(make_member("Ben"))
    assert TEXT in client.get(f"/stories/{story.pk}/chapters/1/").content.decode()


def test_guests_learn_nothing_of_a_story_for_members(client, ada):
    story = make_story(
        author=ada,
        title="Secret Garden",
        public=True,
        chapters=2,
        rating=make_rating(must_sign_in=True),
        summary="Hush.",
    )

    for page in ("", "reviews/", "whole/"):
        html = client.get(f"/stories/{story.pk}/{page}").content.decode()
        assert "Secret Garden" not in html
        assert "Hush." not in html


def test_authors_need_not_pass_their_own_gate(client, ada):
    story = rated(ada, must_accept_warning=True, must_confirm_age=True)
    client.force_login(ada)

    assert TEXT in client.get(f"/stories/{story.pk}/chapters/1/").content.decode()


def test_the_gate_leads_back_to_our_own_pages_only(client, ada):
    story = rated(ada, must_accept_warning=True)

    answer = client.post(f"/stories/{story.pk}/gate/", {"next": "https://evil.example/"})

    assert answer["Location"] == f"/stories/{story.pk}/"


def test_a_form_on_another_site_opens_no_gate(client, ada):
    story = rated(ada, must_accept_warning=True)

    answer = client.post(f"/stories/{story.pk}/gate/", headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 403
    assert "passed" not in client.cookies


def test_the_gate_of_a_draft_is_not_there(client, ada):
    draft = make_story(author=ada, rating=make_rating(must_accept_warning=True))

    assert client.post(f"/stories/{draft.pk}/gate/").status_code == 404
    assert client.get(f"/stories/{draft.pk}/gate/").status_code == 405


@pytest.mark.parametrize("cookie", ["", "....", "age" * 1000, "w" * 600, "wÿ.\x01", "w99999999999"])
def test_a_cookie_made_of_nonsense_passes_nothing_and_breaks_nothing(client, ada, cookie):
    story = rated(ada, must_accept_warning=True)
    client.cookies["passed"] = cookie

    page = client.get(f"/stories/{story.pk}/chapters/1/")

    assert page.status_code == 200
    assert TEXT not in page.content.decode()
