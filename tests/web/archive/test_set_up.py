import pytest

from storyhold.accounts.models import Member, Role
from storyhold.archive import set_up_code
from storyhold.archive.models import Archive
from storyhold.archive.queries import forget_archive
from storyhold.stories.models import Story
from storyhold.tags.models import Rating, TagKind
from tests.cast import open_the_archive

SET_UP = "/set-up/"
SECRET = "a lantern over grey water"


@pytest.fixture(autouse=True)
def empty(db):
    """A fresh archive, which nobody has set up."""
    from django.core.cache import cache

    cache.clear()
    forget_archive()
    yield
    forget_archive()
    set_up_code.spend()


def answers(**changes):
    return {
        "code": set_up_code.code(),
        "name": "The Lamp Room",
        "tagline": "Stories kept dry",
        "pen_name": "Wren",
        "email": "wren@example.org",
        "password1": SECRET,
        "password2": SECRET,
        "registration": "invitation",
        "sample": "empty",
    } | changes


def words(answer):
    return answer.content.decode()


@pytest.mark.parametrize(
    "address", ["/", "/stories/", "/account/sign-in/", "/nowhere/", "/office/"]
)
def test_every_page_leads_to_the_set_up_page(client, address):
    assert client.get(address)["Location"] == SET_UP
    assert client.post(address)["Location"] == SET_UP


def test_the_look_and_static_files_are_there(client):
    assert client.get("/look/").status_code == 200
    assert client.get("/static/nowhere.css").status_code == 404


def test_the_code_of_the_link_is_filled_in(client):
    page = words(client.get(f"{SET_UP}?code=abc-123"))

    assert 'value="abc-123"' in page
    assert "Open your archive" in page


def test_the_archive_is_opened(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(SET_UP, answers(guests_may_review="on"))

    archive, wren = Archive.objects.get(), Member.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == "/"
    assert (archive.name, archive.tagline) == ("The Lamp Room", "Stories kept dry")
    assert (archive.registration, archive.guests_may_review) == ("invitation", True)
    assert archive.is_set_up
    assert (str(wren), wren.role) == ("Wren", Role.ARCHIVIST)
    assert wren.check_password(SECRET)
    assert client.session["_auth_user_id"] == str(wren.pk)
    assert TagKind.objects.exists()
    assert Rating.objects.exists()
    assert not Story.objects.exists()
    assert client.get("/office/").status_code == 200


def test_the_page_is_gone_afterwards_and_the_code_is_spent(
    client, django_capture_on_commit_callbacks
):
    code = set_up_code.code()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(SET_UP, answers())

    assert client.get(SET_UP).status_code == 404
    assert client.post(SET_UP, answers(pen_name="Eve")).status_code == 404
    assert not set_up_code.is_code(code)
    assert Member.objects.count() == 1


def test_sample_stories_are_filled_in_when_asked_for(client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(SET_UP, answers(sample="sample"))

    assert answer.status_code == 302
    assert Story.objects.filter(is_public=True).count() > 20
    assert Archive.objects.get().name == "The Lamp Room"
    assert Member.objects.filter(role=Role.ARCHIVIST).count() == 1


def test_a_wrong_code_gets_a_sentence_and_everything_else_is_kept(client):
    answer = client.post(SET_UP, answers(code="guess", guests_may_review="on"))

    assert answer.status_code == 422
    assert "This is not the code" in words(answer)
    for kept in ("The Lamp Room", "Stories kept dry", "Wren", "wren@example.org", "guess"):
        assert f'value="{kept}"' in words(answer)
    assert SECRET not in words(answer)
    assert not Member.objects.exists()
    assert not Archive.objects.exists()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "x" * 101),
        ("tagline", "x" * 201),
        ("pen_name", "A"),
        ("email", "nonsense"),
        ("password1", "short"),
        ("password2", "another lantern"),
        ("registration", "whoever"),
        ("sample", "some"),
    ],
)
def test_what_cannot_be_gets_a_sentence(client, field, typed):
    answer = client.post(SET_UP, answers(**{field: typed}))

    assert answer.status_code == 422
    assert "field__error" in words(answer)
    assert not Member.objects.exists()
    assert set_up_code.is_code(set_up_code.code())


def test_nothing_nasty_breaks_it(client, nasty):
    fields = answers().keys()

    asked = client.get(SET_UP, **nasty("code", query=True))
    answer = client.post(SET_UP, **nasty(*fields))

    assert asked.status_code == 200
    assert answer.status_code == 422
    assert b"<script>alert" not in answer.content


def test_guessing_is_slowed_down(client):
    for _ in range(10):
        client.post(SET_UP, answers(code="guess"))

    answer = client.post(SET_UP, answers())

    assert answer.status_code == 429
    assert "tried too often" in words(answer)
    assert 'value="The Lamp Room"' in words(answer)
    assert not Member.objects.exists()


def test_of_two_who_set_up_at_once_one_does(client, monkeypatch):
    monkeypatch.setattr("storyhold.web.archive.middleware._is_open", lambda: True)
    open_the_archive()  # the other's, a moment ago; this process has not heard of it

    answer = client.post(SET_UP, answers())

    assert answer.status_code in (404, 422)
    assert not Member.objects.exists()
