"""What every engine promises; each runs through all of this."""

import pytest

from storyhold.search.engines.tantivy import TantivyIndex
from storyhold.search.index import Index, LostIndexError, Where, Work
from storyhold.search.question import read

pytestmark = pytest.mark.once

LAMP = Work(
    1, 10, "The Lamp at Low Water", "A keeper’s *night*.", ["Ada Lovelace", "Ben"], ["Sea stories"],
    [(11, "One\nThe tide came over the harbor."), (12, "Two\nNobody heard the piano. Piano!")],
)  # fmt: skip
TIDE = Work(
    2, 20, "High Tide", "", ["Adaline"], ["Ghosts", "Harbor"], [(21, "Keepers, 黒猫がいる")]
)
CAFE = Work(3, 30, "Café", "The tide is only told of.", ["Ben"], [], [(31, "Ёлка. The sea")])


@pytest.fixture(params=[TantivyIndex])
def index(request, tmp_path) -> Index:
    index = request.param(tmp_path / "index")
    index.clear()
    assert index.put([LAMP, TIDE, CAFE]) == [1, 2, 3]
    return index


def found(index: Index, typed: str, where: Where = Where.EVERYTHING) -> list[int]:
    return [story for story, _version in index.find(read(typed), where)]


@pytest.mark.parametrize(
    ("typed", "stories"),
    [
        ("tide", [1, 2, 3]),
        ("piano harbor", [1]),  # in different chapters
        ("lamp piano", [1]),  # in title and text
        ("tide OR piano", [1, 2, 3]),
        ("tide -piano", [2, 3]),
        ("-piano", [2, 3]),
        ('"over the harbor"', [1]),
        ('"harbor the over"', []),
        ('"harbor nobody"', []),  # from one chapter into the next
        ('"lovelace ben"', []),  # nor from one name
        ('"the lamp at low water"', [1]),
        ("keep*", [1, 2]),
        ('"over the harb*"', [1]),
        ("猫", [2]),
        ("黒猫", [2]),
        ("猫黒", []),
        ("cafe", [3]),
        ("елка", [3]),
        ("ghosts", [2]),
        ("nothing", []),
        ("", [1, 2, 3]),
    ],
)
def test_stories_are_found_by_words_each_once(index, typed, stories):
    assert sorted(found(index, typed)) == stories


def test_the_best_come_first(index):
    assert found(index, "tide") == [2, 3, 1]  # in the title, in the summary, in the text
    assert found(index, "harbor") == [2, 1]  # a tag
    index.put([Work(4, 40, "Water, Low; the Lamp", "at the lamp, at low water", [], [], [])])
    assert found(index, "the lamp at low water") == [1, 4]


@pytest.mark.parametrize(
    ("typed", "where", "stories"),
    [
        ("tide", Where.TITLE, [2]),
        ("tide", Where.SUMMARY, [2, 3]),
        ("tide", Where.TEXT, [1]),
        ("ada", Where.AUTHOR, [1, 2]),  # a part of a name is enough
        ("ada ben", Where.AUTHOR, [1]),
        ("harbor", Where.AUTHOR, []),
    ],
)
def test_words_are_looked_for_where_the_reader_says(index, typed, where, stories):
    assert sorted(found(index, typed, where)) == stories


def test_the_best_chapters_of_a_story_come_first(index):
    assert index.chapters(read("piano tide"), [1, 2], most=3) == {1: ([12, 11], 2)}
    assert index.chapters(read("the"), [1, 2], most=1)[1][1] == 2
    assert index.chapters(read("piano"), [], most=3) == {}


def test_what_is_put_again_takes_the_place_of_what_was_there(index):
    index.put([Work(1, 11, "Otherwise", "", [], [], [(12, "New words")])])

    assert found(index, "lamp OR piano OR harbor") == [2]
    assert index.find(read("new words"), Where.EVERYTHING) == [(1, 11)]
    assert index.held() == {1: 11, 2: 20, 3: 30}


def test_what_is_dropped_is_gone(index):
    index.drop([1, 3, 99])

    assert index.held() == {2: 20}
    assert found(index, "tide") == [2]


def test_another_that_looks_sees_what_was_written_and_a_new_beginning(index):
    reader = type(index)(index.folder.parent)
    assert found(reader, "tide OR new") == found(index, "tide")

    index.put([Work(4, 40, "New", "", [], [], [])])
    assert found(reader, "new") == [4]

    index.clear()
    index.put([Work(5, 50, "New", "", [], [], [])])
    assert found(reader, "new") == [5]


@pytest.mark.parametrize("harm", ["gone", "cut off", "nonsense"])
def test_an_index_that_cannot_be_read_says_so(index, harm):
    for path in index.folder.iterdir():
        if harm == "gone":
            path.unlink()
        elif harm == "nonsense" or path.suffix in (".term", ".idx"):
            path.write_bytes(b"nonsense" if harm == "nonsense" else b"")

    with pytest.raises(LostIndexError):
        found(type(index)(index.folder.parent), "tide")


def test_a_fault_is_noticed_when_stories_are_put(index):
    with pytest.raises(LostIndexError):
        index.put([Work(4, 4.5, "Of half a version", "", [], [], [])])  # type: ignore[arg-type]
