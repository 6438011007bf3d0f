import pytest

from storyhold.accounts.models import Role
from storyhold.archive.queries import forget_archive
from storyhold.blocks.models import Block
from tests.cast import make_member

pytestmark = pytest.mark.usefixtures("archive")

DESK = "/office/blocks/"


@pytest.fixture
def wren(client):
    wren = make_member("Wren", role=Role.ARCHIVIST)
    client.force_login(wren)
    return wren


def words(answer):
    return answer.content.decode()


def test_an_archivist_composes_the_side_of_every_page(client, wren):
    typed = {"place": "everywhere", "column": "main", "title": "Our rules", "text": "Be *kind*."}

    answer = client.post(f"{DESK}new/text/", typed)
    forget_archive()

    assert answer["Location"] == DESK
    for page in ("/", "/about/", "/stories/"):
        assert "Be <em>kind</em>." in words(client.get(page))


def test_the_blocks_of_a_new_archive_are_written_down_before_they_are_changed(client, wren):
    assert "Change these blocks" in words(client.get(DESK))

    client.post(f"{DESK}compose/")
    block = Block.objects.get(kind="newest")
    client.post(f"{DESK}{block.pk}/up/")
    client.post(
        f"{DESK}{block.pk}/", {"place": "front", "column": "side", "how_many": 3, "title": "Fresh"}
    )

    block.refresh_from_db()
    assert (block.position, block.column, block.how_many, block.title) == (1, "side", 3, "Fresh")
    assert "Fresh" in words(client.get(DESK))


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("newest", {"how_many": "0"}),
        ("newest", {"how_many": "x"}),
        ("newest", {"place": "on the moon"}),
        ("text", {"text": " "}),
        ("countdown", {"day": "tomorrow"}),
    ],
)
def test_what_cannot_be_gets_a_sentence(client, wren, kind, typed):
    answer = client.post(
        f"{DESK}new/{kind}/", {"place": "front", "column": "main", "how_many": "5"} | typed
    )

    assert answer.status_code == 422
    assert "field__error" in words(answer)
    assert not Block.objects.filter(kind=kind, how_many=0).exists()


def test_deleting_asks_first(client, wren):
    client.post(f"{DESK}compose/")
    block = Block.objects.first()

    asked = words(client.get(f"{DESK}{block.pk}/delete/"))
    client.post(f"{DESK}{block.pk}/delete/")

    assert "Nothing that it shows is deleted" in asked
    assert not Block.objects.filter(pk=block.pk).exists()


def test_the_side_costs_nothing_where_it_is_empty(client, django_assert_max_num_queries):
    client.get("/terms/")

    with django_assert_max_num_queries(1):
        client.get("/terms/")
