import pytest

from storyhold.betas.actions import offer_to_read
from storyhold.betas.models import Offer
from tests.cast import make_member, make_story


@pytest.fixture
def here(ben):
    return f"/account/pen-names/{ben.pen_name.pk}/beta-reading/"


def html_of(response):
    return response.content.decode()


def test_a_member_offers_to_read_and_stops(bens, client, ben, here):
    make_story(author=ben, public=True, tags={"freeform": ["Tides"]})
    bens.post(here, {"text": "Sea stories.", "languages": ["en", "cy"], "tags": "tides, "})

    for page in ("/people/beta-readers/", ben.pen_name.get_absolute_url()):
        shown = html_of(client.get(page))
        assert "Sea stories." in shown
        assert "Cymraeg" in shown
        assert "Tides" in shown
    assert "1 story" in html_of(client.get("/people/beta-readers/"))
    assert "Sea stories." in html_of(bens.get(here))

    bens.post(f"{here}end/")
    assert "Sea stories." not in html_of(client.get(ben.pen_name.get_absolute_url()))


def test_tags_are_those_that_there_are(bens, ada, here):
    make_story(author=ada, tags={"freeform": ["Secret draft tag"]})

    for typed in ("Nowhere", "Secret draft tag", "x," * 2000, "a\0b"):
        answer = bens.post(here, {"text": "", "tags": typed})
        assert answer.status_code == 422 or not Offer.objects.get().tags.exists()


@pytest.mark.parametrize("typed", [{"languages": ["xx"]}, {"text": "x" * 10_001}])
def test_what_cannot_be_is_refused_in_words(bens, here, typed):
    answer = bens.post(here, {"text": "Mine.", "tags": ""} | typed)

    assert answer.status_code == 422
    assert not Offer.objects.exists()


def test_the_list_has_an_alphabet(client, ada, ben):
    for member in (ada, ben, make_member("Вера")):
        offer_to_read(member.pen_name, text=f"by {member}", languages=[], tags=[])

    page = html_of(client.get("/people/beta-readers/", {"letter": "B"}))
    assert "by Ben" in page
    assert "by Ada" not in page
    assert "by Вера" in html_of(client.get("/people/beta-readers/", {"letter": "В"}))
    for letter in ("x" * 500, "\0", "?"):
        assert client.get("/people/beta-readers/", {"letter": letter}).status_code == 200


def test_questions_do_not_grow_with_the_list(client, django_assert_max_num_queries):
    for number in range(15):
        member = make_member(f"Reader {number}")
        offer_to_read(member.pen_name, text="All.", languages=["en"], tags=[])

    with django_assert_max_num_queries(8):
        client.get("/people/beta-readers/")
