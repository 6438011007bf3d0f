import pytest

from storyhold.accounts.actions import change_profile, make_default, remove_pen_name, rename
from storyhold.accounts.models import PenName
from storyhold.accounts.refusals import PenNameIsGone, PenNameIsTaken
from storyhold.accounts.rules import LONGEST_KEY, is_good_name, name_key
from tests.cast import make_member, make_pen_name


@pytest.mark.parametrize(
    "name",
    ["Al", "Ada Lovelace", "O’Brien", "d'Arcy", "Mr. Fox!", "Who?", "x_x", "हिन्दी", "กวี", "עדה",
     "Ада", "エイダ", "7 of 9", "می‌خواهم"],
)  # fmt: skip
def test_names_are_made_of_letters_of_any_script(name):
    assert is_good_name(name)


@pytest.mark.parametrize(
    "name",
    ["", "A", "x" * 61, " Ada", "Ada ", "-Ada", "a/b", "a@b", "<b>", "A\0a", "\u202eAda", "\ud800a",
     "ﷺ" * 60, "\u0301Ada", "😀😀", "\u0410da", "Ad\u03b1", "Ada \u0412en"],
)  # fmt: skip
def test_other_signs_make_no_name(name):
    assert not is_good_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "ada lovelace", "ADA_LOVELACE", "Ａda  Lovelace", "Ada\ufe0f Lovelace",
        "Ada Lovelace\U000e0100", "A\u200dda Love\u200clace",
    ],
)  # fmt: skip
def test_names_that_look_the_same_share_a_key(name):
    assert name_key(name) == name_key("Ada Lovelace")


def test_a_key_fits_its_column():
    good = [name for name in ("ß" * 60, "ǰ" * 60, "ﬃ" * 60) if is_good_name(name)]

    assert all(len(name_key(name)) <= LONGEST_KEY for name in good)


@pytest.mark.django_db
def test_one_of_several_names_is_the_usual_one():
    ada = make_member("Ada")
    countess = make_pen_name(ada, "Countess")

    make_default(countess)

    assert [name.name for name in ada.pen_names.filter(is_default=True)] == ["Countess"]


@pytest.mark.django_db
def test_a_name_may_change_its_capitals_but_not_become_anothers():
    ada, _ben = make_member("Ada"), make_member("Ben")

    rename(ada.pen_name, "ADA")

    assert ada.pen_names.get().name == "ADA"
    with pytest.raises(PenNameIsTaken):
        rename(ada.pen_name, "BEN")


@pytest.mark.django_db
def test_a_member_keeps_a_usual_name_whatever_two_tabs_do():
    ada = make_member("Ada")
    other = make_pen_name(ada, "Augusta")
    seen_before = PenName.objects.get(pk=other.pk)

    make_default(other)
    rename(seen_before, "Augusta King")
    assert ada.pen_names.get(is_default=True) == other

    remove_pen_name(seen_before)
    assert ada.pen_names.get(is_default=True) == ada.pen_names.get(name="Ada")

    make_default(other)
    assert ada.pen_names.get(is_default=True).name == "Ada"
    with pytest.raises(PenNameIsGone):
        rename(other, "Augusta")
    with pytest.raises(PenNameIsGone):
        change_profile(other, bio="", website="")
