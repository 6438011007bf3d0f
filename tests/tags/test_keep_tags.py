import pytest

from storyhold.stories.models import Story
from storyhold.stories.signals import stories_changed
from storyhold.tags.actions import add_tag, choose_tags
from storyhold.tags.actions.keeping import (
    AboutTag,
    add_tags,
    change_tag,
    delete_tag,
    merge_tags,
    move_to_kind,
)
from storyhold.tags.actions.ordering import move_among_siblings, sort_siblings
from storyhold.tags.models import Tag
from storyhold.tags.queries import siblings_of
from storyhold.tags.refusals import (
    OneTagIsEnough,
    TagIsClosed,
    TagIsThereAlready,
    TagNameIsTooLong,
    TagWouldHoldItself,
)
from tests.cast import make_member, make_story


@pytest.fixture
def ada(kinds):
    return make_member("Ada")


@pytest.fixture
def shelves(kinds):
    books = add_tag(kinds["category"], "Books")
    sea = add_tag(kinds["category"], "Sea", parent=books)
    whales = add_tag(kinds["category"], "Whales", parent=sea)
    films = add_tag(kinds["category"], "Films")
    return {"books": books, "sea": sea, "whales": whales, "films": films}


def tags_of(story):
    return sorted(story.tags.values_list("name", flat=True))


def on_shelf(author, *names, title="Story"):
    return make_story(author=author, title=title, tags={"category": list(names)})


def test_many_are_added_at_once_and_none_twice(kinds):
    made = add_tags(kinds["genre"], ["Satire", "  ", "drama", "Western", "satire"])

    assert [tag.name for tag in made] == ["Satire", "Drama", "Western", "Satire"]
    with pytest.raises(TagNameIsTooLong):
        add_tags(kinds["genre"], ["Fine", "x" * 151])
    assert not Tag.objects.filter(name="Fine").exists()


def test_a_tag_is_renamed_described_and_moved(shelves):
    change_tag(
        shelves["sea"], AboutTag(name="Élan ", description="*Wet.*", parent=shelves["films"])
    )

    sea = Tag.objects.get(pk=shelves["sea"].pk)
    assert (sea.name, sea.key, sea.sort_key, sea.letter) == ("Élan", "élan", "elan", "E")
    assert sea.description_html == "<p><em>Wet.</em></p>"
    assert sea.parent == shelves["films"]


def test_a_place_takes_one_tag_of_a_name(shelves):
    with pytest.raises(TagIsThereAlready):
        change_tag(shelves["films"], AboutTag(name="BOOKS"))


def test_a_tag_stands_neither_below_itself_nor_below_what_stands_below_it(shelves):
    for below in ("books", "whales"):
        with pytest.raises(TagWouldHoldItself):
            change_tag(shelves["books"], AboutTag(name="Books", parent=shelves[below]))
        with pytest.raises(TagWouldHoldItself):
            merge_tags(shelves["books"], into=shelves[below])


def test_of_two_merged_tags_a_story_keeps_one(ada, shelves):
    both, one = on_shelf(ada, "Sea", "Films"), on_shelf(ada, "Sea")

    merge_tags(shelves["sea"], into=shelves["films"])

    assert tags_of(both) == tags_of(one) == ["Films"]
    assert Tag.objects.get(name="Whales").parent == shelves["films"]
    assert not Tag.objects.filter(name="Sea").exists()


def test_namesakes_below_merged_tags_are_merged_as_well(ada, kinds, shelves):
    other = add_tag(kinds["category"], "whales", parent=shelves["films"])
    story = on_shelf(ada, shelves["whales"])

    merge_tags(shelves["sea"], into=shelves["films"])

    assert list(story.tags.all()) == [other]


def test_characters_follow_the_fandom_they_are_within(kinds):
    moby, other = (add_tag(kinds["fandom"], name) for name in ("Moby-Dick", "Moby Dick"))
    ahab = add_tag(kinds["character"], "Ahab", within=moby)
    twin = add_tag(kinds["character"], "Ahab", within=other)
    pip = add_tag(kinds["character"], "Pip", within=moby)

    merge_tags(moby, into=other)

    assert not Tag.objects.filter(pk=ahab.pk).exists()
    assert list(other.tags_within.order_by("pk")) == [twin, pip]


def test_what_stands_on_a_deleted_shelf_moves_where_it_is_sent(ada, shelves):
    story, below = on_shelf(ada, "Sea"), on_shelf(ada, "Whales")

    delete_tag(shelves["sea"], into=shelves["books"])

    assert tags_of(story) == ["Books"]
    assert tags_of(below) == ["Whales"]
    assert Tag.objects.get(name="Whales").parent == shelves["books"]


def test_a_tag_may_be_taken_off_everything(ada, shelves):
    story = on_shelf(ada, "Books", "Films")

    delete_tag(shelves["books"], into=None)

    assert tags_of(story) == ["Films"]
    assert Tag.objects.get(name="Sea").parent is None


def test_a_branch_moves_to_another_kind_and_meets_its_namesakes(ada, kinds, shelves):
    known = add_tag(kinds["fandom"], "Sea")
    story = on_shelf(ada, "Sea", "Whales")

    move_to_kind(shelves["sea"], kinds["fandom"])

    assert sorted(kinds["fandom"].tags.values_list("name", flat=True)) == ["Sea", "Whales"]
    assert known in story.tags.all()
    assert Tag.objects.get(name="Whales").parent is None


def test_a_kind_of_which_one_is_enough_takes_no_second(ada, kinds, shelves):
    kinds["genre"].is_single = True
    kinds["genre"].save()
    make_story(author=ada, tags={"genre": ["Drama"], "category": ["Sea"]})

    with pytest.raises(OneTagIsEnough):
        move_to_kind(shelves["sea"], kinds["genre"])


def test_a_closed_tag_stays_where_it_is_and_comes_to_nothing_new(ada, kinds, shelves):
    story = on_shelf(ada, "Sea")
    change_tag(shelves["sea"], AboutTag(name="Sea", parent=shelves["books"], is_closed=True))

    with pytest.raises(TagIsClosed) as refused:
        choose_tags(kinds["category"], ["sea"])
    assert refused.value.field == "tags_category"
    assert choose_tags(kinds["category"], ["sea"], kept=[shelves["sea"].pk])
    assert tags_of(story) == ["Sea"]


def test_siblings_are_put_in_an_order_and_back(kinds):
    def order():
        return [tag.name for tag in siblings_of(drama)]

    kinds["genre"].tags.exclude(name__in=["Angst", "Comedy", "Drama"]).delete()
    drama = Tag.objects.get(name="Drama")

    move_among_siblings(drama, steps=-2)
    assert order() == ["Drama", "Angst", "Comedy"]
    assert add_tag(kinds["genre"], "Ballad").position == 4
    move_among_siblings(drama, steps=1)
    move_among_siblings(drama, steps=99)
    assert order() == ["Angst", "Comedy", "Ballad", "Drama"]
    sort_siblings(drama)
    assert order() == ["Angst", "Ballad", "Comedy", "Drama"]


def test_the_stories_concerned_are_announced(ada, shelves):
    told = []

    def hear(pks, **_news):
        told.extend(Story.objects.get(pk=pk).title for pk in pks)

    on_shelf(ada, "Sea", title="Concerned")
    on_shelf(ada, "Films", title="Not concerned")
    stories_changed.connect(hear)
    merge_tags(shelves["sea"], into=shelves["books"])
    change_tag(shelves["books"], AboutTag(name="Printed matter"))
    stories_changed.disconnect(hear)

    assert told == ["Concerned", "Concerned"]
    assert Story.objects.count() == 2
