import pytest

from storyhold.tags.actions import add_tag
from storyhold.tags.models import Tag
from tests.cast import make_story


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def shelves(kinds):
    books = add_tag(kinds["category"], "Books")
    return {
        "books": books,
        "sea": add_tag(kinds["category"], "Sea", parent=books),
        "films": add_tag(kinds["category"], "Films"),
    }


def test_many_tags_are_added_at_once_below_another(office, kinds, shelves):
    typed = {"names": "Whales\n\n Islands \nSea", "parent": shelves["books"].pk}

    answer = office.post("/office/tags/category/", typed, follow=True)

    assert "3 tags are there now." in words(answer)
    assert Tag.objects.filter(parent=shelves["books"]).count() == 3


def test_a_tag_is_changed_and_moved(office, shelves):
    address = f"/office/tags/{shelves['sea'].pk}/"
    typed = {"name": "Oceans", "description": "*Wet.*", "parent": shelves["films"].pk}

    answer = office.post(address, {**typed, "is_closed": "on"}, follow=True)

    assert "“Oceans” is saved." in words(answer)
    assert '<span class="state">Closed</span>' in words(answer)
    assert Tag.objects.get(name="Oceans").parent == shelves["films"]


def test_a_refused_change_keeps_what_was_typed(office, shelves):
    typed = {"name": "films", "description": "All my words", "parent": ""}

    answer = office.post(f"/office/tags/{shelves['books'].pk}/", typed)

    assert answer.status_code == 422
    assert "There is a “films” in this place already." in words(answer)
    assert "All my words" in words(answer)
    assert "<h1>Books</h1>" in words(answer)


def test_characters_are_put_into_a_fandom_by_its_name_or_address(office, kinds):
    moby = add_tag(kinds["fandom"], "Moby-Dick")
    add_tag(kinds["fandom"], "Ulysses")

    office.post("/office/tags/character/", {"names": "Ahab\nPip", "within": " moby-dick "})
    answer = office.post("/office/tags/character/", {"names": "Flask", "within": "Moby"})

    assert moby.tags_within.count() == 2
    assert answer.status_code == 422
    assert "There is none called so." in words(answer)
    ahab = Tag.objects.get(name="Ahab")
    page = words(office.get(f"/office/tags/{ahab.pk}/"))
    assert f'value="{moby.get_absolute_url()}"' in page
    office.post(f"/office/tags/{ahab.pk}/", {"name": "Ahab", "within": "/tags/999/"})
    assert ahab.tags_within is not None


def test_a_tag_is_merged_after_it_is_said_what_has_it(office, ada, shelves):
    story = make_story(author=ada, public=True, tags={"category": ["Sea"]})
    address = f"/office/tags/{shelves['sea'].pk}/merge/"

    assert "What has it: 1 story." in words(office.get(address))
    answer = office.post(address, {"into": shelves["films"].pk}, follow=True)

    assert "All that had the tag has “Films” now." in words(answer)
    assert list(story.tags.all()) == [shelves["films"]]


def test_deleting_proposes_the_shelf_above_and_at_the_top_asks(office, ada, shelves):
    story = make_story(author=ada, tags={"category": ["Sea"]}, public=True)
    sea, books = (f"/office/tags/{shelves[name].pk}/delete/" for name in ("sea", "books"))

    assert f'<option value="{shelves["books"].pk}" selected>' in words(office.get(sea))
    office.post(sea, {"into": shelves["books"].pk})
    assert list(story.tags.all()) == [shelves["books"]]

    asked = office.post(books, {"into": ""})
    assert asked.status_code == 422
    assert "Choose what they get, or say that they get nothing." in words(asked)
    office.post(books, {"into": "", "nothing": "on"})
    assert not story.tags.exists()


def test_a_tag_nothing_has_goes_without_a_question(office, shelves):
    assert 'name="into"' not in words(office.get(f"/office/tags/{shelves['films'].pk}/delete/"))
    office.post(f"/office/tags/{shelves['films'].pk}/delete/")

    assert not Tag.objects.filter(name="Films").exists()


def test_tags_move_up_and_down_and_back_to_a_to_z(office, shelves):
    films = shelves["films"]

    office.post(f"/office/tags/{films.pk}/move/", {"steps": "-1"})
    page = words(office.get("/office/tags/category/"))
    assert page.index("<bdi>Films") < page.index("<bdi>Books") < page.index("<bdi>Sea")

    office.post(f"/office/tags/{films.pk}/sort/")
    page = words(office.get("/office/tags/category/"))
    assert page.index("<bdi>Books") < page.index("<bdi>Films")


def test_a_tag_moves_to_another_kind(office, kinds, shelves):
    address = f"/office/tags/{shelves['films'].pk}/kind/"

    refused = office.post(address, {"into": ""})
    answer = office.post(address, {"into": kinds["genre"].pk}, follow=True)

    assert refused.status_code == 422
    assert "“Films” is among the Genres now." in words(answer)


def test_tags_are_found_by_any_part_of_their_name(office, kinds):
    for name in ("Found family", "Lost family", "Slow burn"):
        add_tag(kinds["freeform"], name)

    page = words(office.get("/office/tags/freeform/?q=FAMILY"))

    assert "Found family" in page
    assert "Slow burn" not in page


def test_a_word_of_drafts_alone_is_not_the_archivists_business(office, ada):
    make_story(author=ada, tags={"freeform": ["my plan"]})
    plan = Tag.objects.get(name="my plan")

    assert "my plan" not in words(office.get("/office/tags/freeform/"))
    assert office.get(f"/office/tags/{plan.pk}/").status_code == 404


def test_the_list_of_a_kind_takes_twelve_queries(office, kinds, django_assert_max_num_queries):
    moby = add_tag(kinds["fandom"], "Moby-Dick")
    for number in range(30):
        add_tag(kinds["character"], f"Sailor {number}", within=moby)

    with django_assert_max_num_queries(12):
        office.get("/office/tags/character/")
    with django_assert_max_num_queries(12):
        office.get(f"/office/tags/{moby.pk}/")
