"""Categories, characters, classes and ratings, and lists that name what is not there."""

import pytest

from storyhold.stories.models import Story
from storyhold.tags.models import Rating, Tag
from tests.importers.crafted.rows import character, small
from tests.importers.dumps import category, settings, story

pytestmark = pytest.mark.once


def tags_of(number):
    return set(Story.objects.get(pk=number).tags.values_list("name", flat=True))


# The lists of a story, its tags, and what is said of it.
LISTS = {
    "one category": ({"catid": "2"}, {"Tides"}, None),
    "blanks and repeats": ({"catid": " 2, 1,2,"}, {"Tides", "Originals"}, None),
    "none": ({"catid": "-1"}, set(), "story without a category"),
    "a category that was deleted": ({"catid": "1,9"}, {"Originals"}, "list names what is gone"),
    "only one that was deleted": ({"catid": "9"}, set(), "story without a category"),
    "names": ({"catid": "1", "charid": "Mara", "classes": "mystery"},
              {"Originals", "Mara", "Mystery"}, None),
    "nobody": ({"catid": "1", "charid": "0", "classes": "0"}, {"Originals"}, None),
    "who is gone": ({"catid": "1", "charid": "1,77"}, {"Originals", "Mara"},
                    "list names what is gone"),
    "a full list": ({"catid": "1", "charid": "1," * 125}, {"Originals", "Mara"},
                    "list fills its column"),
}  # fmt: skip


def test_lists_become_tags_and_what_they_name_in_vain_is_told(arrive):
    rows = [story(number, 2, **lists) for number, (lists, *_rest) in enumerate(LISTS.values(), 1)]

    arrived = arrive(small(stories=rows, chapters=[], inseries=[]))

    for number, (name, (_lists, tags, topic)) in enumerate(LISTS.items(), start=1):
        assert tags_of(number) == tags, name
        assert topic is None or str(number) in arrived.numbers(topic), name


def test_categories_whose_parent_is_gone_or_is_below_them_stand_at_the_top(arrive):
    rows = [
        category(1, "Originals", parentcatid=55),
        category(2, "Egg", parentcatid=3),
        category(3, "Hen", parentcatid=2),
        category(4, "Chick", parentcatid=3),
    ]

    arrived = arrive(small(categories=rows))

    assert arrived.numbers("category's parent is gone") == ["1"]
    assert len(arrived.numbers("category held itself")) == 1
    assert Tag.objects.get(name="Originals").parent is None
    assert Tag.objects.get(name="Chick").parent.name == "Hen"


def test_a_site_of_one_category_needs_none(arrive):
    arrived = arrive(small(categories=[], characters=[], settings=[settings(multiplecats=0)]))

    assert tags_of(1) == set()
    assert not arrived.said("story without a category")


def test_characters_and_classes_without_a_home_come_all_the_same(arrive):
    arrived = arrive(
        small(
            characters=[character(1, "Mara", catid=77), character(2, "Wren", catid=-1)],
            classes=[{"class_id": 1, "class_type": 5, "class_name": "Odd"}],
            stories=[story(1, 2, charid="1,2", classes="1"), story(2, 1)],
        )
    )

    assert {"Mara", "Wren", "Odd"} <= tags_of(1)
    assert arrived.numbers("character's category is gone") == ["1"]
    assert arrived.numbers("class type is gone") == ["1"]


def test_a_rating_may_be_named_by_a_word_or_by_one_that_nobody_knows(arrive):
    scale = [
        {"rid": 1, "rating": "General", "ratingwarning": "0", "warningtext": ""},
        {"rid": 2, "rating": "Mature &amp; up", "ratingwarning": "7", "warningtext": "Mind."},
    ]
    named = {1: "2", 2: "general ", 3: "Mature & up", 4: "Explicit", 5: "0", 6: ""}
    rows = [story(number, 2, rid=word) for number, word in named.items()]

    arrived = arrive(small(ratings=scale, stories=rows, chapters=[], inseries=[]))

    ratings = dict(Story.objects.values_list("pk", "rating__name"))
    assert ratings == {
        1: "Mature & up", 2: "General", 3: "Mature & up", 4: None, 5: None, 6: None,
    }  # fmt: skip
    assert arrived.numbers("rating by name") == ["2", "3"]
    assert arrived.numbers("rating unknown") == ["4"]


@pytest.mark.parametrize("gates", ["", None, "0", "1", "2", "3", "4", "5", "6", "7"])
def test_gates_of_a_rating_are_a_sum(arrive, gates):
    row = {"rid": 1, "rating": "Some", "ratingwarning": gates, "warningtext": "<b>Mind</b> this."}

    arrive(small(ratings=[row]))

    kept, bits = Rating.objects.get(pk=1), int(gates or 0)
    assert (kept.must_accept_warning, kept.must_confirm_age, kept.must_sign_in) == (
        bool(bits & 1), bool(bits & 2), bool(bits & 4),
    )  # fmt: skip
    assert kept.warning_text == "Mind this."
