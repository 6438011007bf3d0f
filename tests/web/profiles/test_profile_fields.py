import pytest

from storyhold.accounts.models import Role
from storyhold.profiles.actions import add_field, answer
from storyhold.profiles.models import ProfileAnswer, ProfileField
from tests.cast import make_member

pytestmark = pytest.mark.usefixtures("archive")

DESK = "/office/profile-fields/"


@pytest.fixture
def wren(client):
    wren = make_member("Wren", role=Role.ARCHIVIST)
    client.force_login(wren)
    return wren


def words(answer):
    return answer.content.decode()


def test_an_archivist_defines_a_field_and_members_answer_it(client, wren):
    client.post(
        f"{DESK}new/",
        {"label": "I write", "kind": "choice", "options": "by day\nby night", "is_shown": "on"},
    )
    field = ProfileField.objects.get()
    address = f"/account/pen-names/{wren.pen_name.pk}/"

    form = words(client.get(address))
    client.post(address, {"pen_name": "Wren", f"profile_{field.pk}": "by night"})
    profile = words(client.get(wren.pen_name.get_absolute_url()))

    assert "I write" in form
    assert "by night" in profile


def test_a_wrong_answer_gets_a_sentence_and_the_rest_is_kept(client, wren):
    field = add_field(label="At Example", kind="handle", pattern="https://example.org/{name}")
    address = f"/account/pen-names/{wren.pen_name.pk}/"

    answered = client.post(
        address, {"pen_name": "Wren", "bio": "Keys.", f"profile_{field.pk}": "a/b"}
    )

    assert answered.status_code == 422
    assert "does not take this answer" in words(answered)
    assert "Keys." in words(answered)
    assert not ProfileAnswer.objects.exists()


@pytest.mark.parametrize(
    "typed", [{"label": ""}, {"label": "x" * 61}, {"kind": "colour"}, {"kind": "choice"}]
)
def test_a_field_that_cannot_be_gets_a_sentence(client, wren, typed):
    answered = client.post(f"{DESK}new/", {"label": "Mood", "kind": "text"} | typed)

    assert answered.status_code == 422
    assert "field__error" in words(answered)
    assert not ProfileField.objects.exists()


def test_deleting_a_field_asks_first(client, wren):
    field = add_field(label="Favorite book", kind="text")

    asked = words(client.get(f"{DESK}{field.pk}/delete/"))
    client.post(f"{DESK}{field.pk}/delete/")

    assert "What members answered is deleted with it" in asked
    assert not ProfileField.objects.exists()


def test_a_banned_members_profile_says_nothing(client, wren):
    field = add_field(label="Favorite book", kind="text")
    cleo = make_member("Cleo", active=False)
    answer(cleo.pen_name, {field: "Tide Tables"})

    assert "Tide Tables" not in words(client.get(cleo.pen_name.get_absolute_url()))
