import pytest
from django.test import Client

from storyhold.challenges.actions import answer_with, pose_challenge
from storyhold.challenges.models import Answer, Challenge
from storyhold.series.actions import add_story, create_series
from storyhold.tags.models import Tag
from tests.cast import make_member, make_story

TYPED = {"title": "One Lamp", "summary": "And a *tide*.", "tags": ""}
OURS = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def challenge(ada):
    return pose_challenge(title="One Lamp", summary="Tide.", tags=[], by=ada.pen_name)


@pytest.fixture
def story(ben):
    return make_story(author=ben, public=True, tags={"freeform": ["Tides"]})


def html_of(response):
    return response.content.decode()


def test_a_member_poses_one(adas, client, story):
    page = adas.post("/challenges/new/", TYPED | {"tags": "Tides"}, follow=True)
    assert "Your challenge is posed." in html_of(page)

    shown = html_of(client.get("/challenges/"))
    assert "<em>tide</em>" in shown
    assert "Tides" in shown
    assert "Ada" in shown


@pytest.mark.parametrize(
    "typed",
    [
        {"title": ""},
        {"summary": " "},
        {"title": "x" * 300},
        {"summary": "x" * 10_001},
        {"tags": "Nowhere"},
    ],
)
def test_what_is_not_right_is_said(adas, typed):
    page = adas.post("/challenges/new/", TYPED | typed)

    assert page.status_code == 422
    assert not Challenge.objects.exists()


def test_a_guest_poses_one_where_guests_may(client, house_rules):
    assert client.get("/challenges/new/").url == "/account/sign-in/?next=/challenges/new/"
    assert "/challenges/new/" not in html_of(client.get("/challenges/"))

    house_rules(guests_may_challenge=True)
    form = client.get("/challenges/new/")
    assert "csrf" not in html_of(form)
    assert not form.cookies
    client.post("/challenges/new/", TYPED | {"guest_name": "Bo", "homepage": ""}, headers=OURS)
    assert Challenge.objects.get().poser == "Bo"


def test_programs_and_other_sites_pose_none(client, house_rules):
    house_rules(guests_may_challenge=True)
    strict = Client(enforce_csrf_checks=True)

    assert client.post("/challenges/new/", TYPED | {"homepage": "x"}).status_code == 422
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert strict.post("/challenges/new/", TYPED, headers=elsewhere).status_code == 403
    assert not Challenge.objects.exists()


def test_nobody_poses_too_many(client, house_rules):
    house_rules(guests_may_challenge=True)

    answers = [client.post("/challenges/new/", TYPED, headers=OURS) for _time in range(11)]

    assert [answer.status_code for answer in answers] == [302] * 10 + [422]
    assert "wait a while" in html_of(answers[-1])


def test_whatever_a_guest_types_is_answered(client, house_rules, nasty):
    house_rules(guests_may_challenge=True)

    answer = client.post("/challenges/new/", **nasty("title", "summary", "tags", "guest_name"))
    assert answer.status_code == 422


def test_it_is_changed_and_deleted_by_who_posed_it(adas, bens, challenge):
    here = f"/challenges/{challenge.pk}/"
    assert bens.post(f"{here}edit/", TYPED).status_code == 404
    assert bens.post(f"{here}delete/").status_code == 404

    adas.post(f"{here}edit/", TYPED | {"title": "Two Lamps"})
    assert "Two Lamps" in html_of(adas.get(here))
    assert adas.get(f"{here}delete/").status_code == 200
    adas.post(f"{here}delete/")
    assert not Challenge.objects.exists()


def test_stories_and_series_are_ticked(bens, client, ben, challenge, story):
    series = create_series(title="Tides", summary="", mode="closed", by=ben.pen_name)
    add_story(series, story, by=ben.pen_name)
    here = f"/challenges/{challenge.pk}/"

    bens.post(f"{here}answer/", {"stories": [story.pk], "series": [series.pk]})

    assert "Answers the challenge" in html_of(client.get(story.get_absolute_url()))
    assert "Answers the challenge" in html_of(bens.get(series.get_absolute_url()))
    assert story.title in html_of(client.get(here))
    form = html_of(bens.get(f"{here}answer/")).partition("<main")[2]
    assert form.count(" checked") == 2

    bens.post(f"{here}answer/", {"stories": [story.pk]})
    assert Answer.objects.get().story == story


def test_not_those_of_others(adas, challenge, story):
    for chosen in (story.pk, "x", "0", "9" * 30):
        adas.post(f"/challenges/{challenge.pk}/answer/", {"stories": [chosen]})

    assert not Answer.objects.exists()
    assert "no public story" in html_of(adas.get(f"/challenges/{challenge.pk}/answer/"))


def test_the_poser_takes_an_answer_off(adas, bens, client, ben, challenge, story):
    answer_with(challenge, [story], by=ben)
    remove = f"/challenges/answers/{Answer.objects.get().pk}/remove/"
    assert remove in html_of(adas.get(challenge.get_absolute_url()))
    assert remove not in html_of(client.get(challenge.get_absolute_url()))

    adas.post(remove)

    assert not Answer.objects.exists()


def test_the_list_is_narrowed_by_letter_and_tag(client, ada, story):
    tides = Tag.objects.get(name="Tides")
    for title, tags in (("Alpha", [tides]), ("Beta", [])):
        pose_challenge(title=title, summary=f"About {title}.", tags=tags, by=ada.pen_name)

    def listed(**query):
        shown = html_of(client.get("/challenges/", query))
        return [title for title in ("Alpha", "Beta") if f"About {title}." in shown]

    assert listed() == ["Alpha", "Beta"]
    assert listed(letter="B") == ["Beta"]
    assert listed(tag=tides.pk) == ["Alpha"]
    assert listed(tag=tides.pk, letter="B") == []
    for odd in ("x", "\0", "9" * 40):
        assert listed(tag=odd) == ["Alpha", "Beta"]


def test_the_profile_has_a_tab(client, ada, challenge):
    page = html_of(client.get(f"{ada.pen_name.get_absolute_url()}challenges/"))

    assert "Challenges (1)" in page
    assert "One Lamp" in page


def test_pages_ask_a_fixed_number_of_questions(
    bens, client, ada, ben, challenge, story, django_assert_max_num_queries
):
    works = [make_story(author=ben, title=f"Story {n}", public=True) for n in range(10)]
    answer_with(challenge, works, by=ben)
    for number in range(10):
        other = make_member(f"Poser {number}")
        pose_challenge(title=f"C{number}", summary="x", tags=[], by=other.pen_name)

    with django_assert_max_num_queries(10):
        bens.get("/challenges/")
    with django_assert_max_num_queries(12):
        bens.get(challenge.get_absolute_url())
    with django_assert_max_num_queries(12):
        bens.get(f"{ada.pen_name.get_absolute_url()}challenges/")
