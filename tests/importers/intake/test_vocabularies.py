"""Categories, characters, classifications and ratings come in as tags, gates and vocabularies."""

import pytest

from storyhold.stories.models import Story
from storyhold.tags.models import Rating, Tag, TagKind
from tests.importers.dumps import archive, category, chapter, story


def character(charid, name, catid=-1):
    return {"charid": charid, "catid": catid, "charname": name, "bio": "", "image": ""}


def word(class_id, class_type, name):
    return {"class_id": class_id, "class_type": class_type, "class_name": name}


def word_type(number, key, title):
    return {"classtype_id": number, "classtype_name": key, "classtype_title": title}


def rating(rid, name, gates=0, warning=""):
    return {"rid": rid, "rating": name, "ratingwarning": gates, "warningtext": warning}


def tags_of(number):
    return set(Story.objects.get(pk=number).tags.values_list("name", flat=True))


def test_categories_keep_their_tree_and_no_circle(move):
    rows = [
        category(3, "Books", displayorder=2, description="All <b>books</b>"),
        category(4, "Sea &amp; Salt", parentcatid=3, locked=1),
        category(5, "Lost", parentcatid=99),
        category(6, "Round", parentcatid=7),
        category(7, "About", parentcatid=6),
    ]

    move(archive(categories=rows))

    names = {tag.pk: tag for tag in Tag.objects.filter(kind__key="category")}
    assert {pk: tag.name for pk, tag in names.items()} == {
        3: "Books", 4: "Sea & Salt", 5: "Lost", 6: "Round", 7: "About",
    }  # fmt: skip
    assert names[4].parent_id == 3
    assert names[4].is_closed
    assert names[5].parent_id is None
    assert {names[6].parent_id, names[7].parent_id} in ({None, 6}, {None, 7})
    assert names[3].description_html == "<p>All <strong>books</strong></p>"
    assert move.said("category's parent is gone")
    assert len(move.said("category held itself")) == 1


def test_words_become_tags_of_our_vocabularies_or_of_new_ones(move):
    tables = archive(
        categories=[category(1, "Sea"), category(2, "Land")],
        characters=[character(1, "Fenn", 1), character(2, "Fenn", 2), character(3, "Adau", 77)],
        classtypes=[word_type(1, "genres", "Genres"), word_type(2, "length", "How long")],
        classes=[
            word(1, 1, "Angst"), word(2, 2, "Drabble"), word(3, 9, "Odd"), word(4, 1, "angst "),
        ],
        stories=[story(1, 2, catid="1, 2", charid="1,2,3", classes="1,2,4", rid="1")],
    )  # fmt: skip

    move(tables)

    kinds = {kind.key: kind for kind in TagKind.objects.all()}
    assert tags_of(1) == {"Sea", "Land", "Fenn", "Adau", "Angst", "Drabble"}
    assert set(Tag.objects.filter(kind=kinds["genre"]).values_list("name", flat=True)) == {"Angst"}
    assert kinds["length"].name == "How long"
    assert Tag.objects.get(name="Odd").kind.key == "type-9"
    fenns = Tag.objects.filter(name="Fenn").values_list("within__name", flat=True)
    assert set(fenns) == {"Sea", "Land"}
    assert kinds["character"].belongs_to == kinds["category"]
    assert not kinds["character"].is_open
    assert move.said("class type is gone")
    assert move.said("character's category is gone")
    assert move.said("word was there already")


def test_the_words_of_a_new_archive_make_room_but_not_those_in_use(move):
    assert Tag.objects.filter(kind__key="warning").exists()

    move(archive())

    assert set(Rating.objects.values_list("name", flat=True)) == {"General"}
    assert set(Tag.objects.values_list("pk", "name")) == {(1, "Originals")}

    move(archive(ratings=[rating(7, "Explicit", 6)]), site="another")

    assert set(Rating.objects.values_list("name", flat=True)) == {"General", "Explicit"}
    assert Tag.objects.filter(name="Originals").count() == 1


@pytest.mark.parametrize(
    ("stored", "gates"),
    [
        ("", (False, False, False)),
        ("1", (True, False, False)),
        ("2", (False, True, False)),
        ("4", (False, False, True)),
        ("7", (True, True, True)),
    ],
)
def test_ratings_keep_their_gates(move, stored, gates):
    move(archive(ratings=[rating(1, "R", stored, "Mind the <b>tide</b>.")]))

    kept = Rating.objects.get(pk=1)
    assert (kept.must_accept_warning, kept.must_confirm_age, kept.must_sign_in) == gates
    assert kept.warning_text == "Mind the tide."


def test_names_are_understood_where_numbers_should_be(move):
    tables = archive(
        ratings=[rating(1, "PG-13"), rating(2, "NC-17")],
        characters=[character(1, "Salt, Wren"), character(2, "Wren"), character(3, "Salt")],
        stories=[
            story(1, 2, rid="nc-17", charid="Salt, Wren,Wren"),
            story(2, 2, rid="None", charid="3,0,-1,3,88"),
        ],
        chapters=[chapter(1, 1, 2), chapter(2, 2, 2)],
    )

    move(tables)

    assert Story.objects.get(pk=1).rating.name == "NC-17"
    assert tags_of(1) == {"Originals", "Salt, Wren", "Wren"}
    assert Story.objects.get(pk=2).rating is None
    assert tags_of(2) == {"Originals", "Salt"}
    assert move.said("rating by name")
    assert move.said("rating unknown") == [
        "“Story 2” has the rating “None”, which the site does not have. It has none here."
    ]
    assert move.said("list names what is gone") == [
        "The list in “charid” names what the site does not have: 88."
    ]


def test_stories_in_no_known_category_and_cut_lists_are_told_of(move):
    rows = [story(1, 2, catid="-1"), story(2, 2, catid="9"), story(3, 2, classes="1," * 125)]

    move(archive(stories=rows))

    assert len(move.said("story without a category")) == 2
    assert move.said("list fills its column")


def test_a_site_of_one_category_needs_none(move):
    move(archive(categories=[], stories=[story(1, 2, catid="1")]))

    assert not move.said("story without a category")
    assert tags_of(1) == set()
