import pytest

from storyhold.tags.actions import add_tag, choose_tags, make_first_vocabularies
from storyhold.tags.models import Rating, Tag, TagKind
from storyhold.tags.refusals import NoSuchTag, TagIsMissing, TooManyTags


def test_the_first_vocabularies_are_made_once(kinds):
    tags, ratings = Tag.objects.count(), Rating.objects.count()

    make_first_vocabularies()

    assert (Tag.objects.count(), Rating.objects.count()) == (tags, ratings)
    assert TagKind.objects.count() == len(kinds)


def test_spellings_of_one_word_are_one_tag(kinds):
    first = choose_tags(kinds["freeform"], ["Slow  Burn", "slow burn", "ｓｌｏｗ burn"])
    again = choose_tags(kinds["freeform"], ["SLOW BURN"])

    assert [tag.name for tag in first] == ["Slow Burn"]
    assert again == first


def test_the_order_is_kept_and_nothing_is_no_tag(kinds):
    chosen = choose_tags(kinds["freeform"], ["zeal", "  ", "angles", ""])

    assert [tag.name for tag in chosen] == ["zeal", "angles"]


def test_a_closed_vocabulary_takes_no_new_word(kinds):
    with pytest.raises(NoSuchTag) as refused:
        choose_tags(kinds["warning"], ["Bad puns"])

    assert "“Bad puns” is not among the Warnings" in str(refused.value)
    assert refused.value.field == "tags_warning"
    assert not Tag.objects.filter(name="Bad puns").exists()


def test_a_word_may_be_too_long_to_be_one(kinds):
    with pytest.raises(NoSuchTag):
        choose_tags(kinds["freeform"], ["x" * 151])


def test_there_is_a_most(kinds):
    with pytest.raises(TooManyTags):
        choose_tags(kinds["freeform"], [f"tag {number}" for number in range(76)])
    kinds["genre"].is_single = True
    with pytest.raises(TooManyTags):
        choose_tags(kinds["genre"], ["Drama", "Comedy"])


def test_a_required_kind_wants_one(kinds):
    kinds["fandom"].is_required = True

    with pytest.raises(TagIsMissing):
        choose_tags(kinds["fandom"], [" "])


def test_one_name_may_stand_in_several_places_of_a_tree(kinds):
    shelf = kinds["category"]
    books, films = add_tag(shelf, "Books"), add_tag(shelf, "Films")
    one, two = add_tag(shelf, "Other", parent=books), add_tag(shelf, "Other", parent=films)

    assert one != two
    assert add_tag(shelf, "other", parent=books) == one
    assert choose_tags(shelf, [two]) == [two]
    assert choose_tags(shelf, ["Other"]) == [one]
