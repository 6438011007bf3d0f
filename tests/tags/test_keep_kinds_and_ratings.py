import pytest

from storyhold.tags.actions import add_tag
from storyhold.tags.actions.kinds import AboutKind, change_kind, delete_kind, make_kind
from storyhold.tags.actions.ordering import move_kind, move_rating
from storyhold.tags.actions.ratings import AboutRating, change_rating, delete_rating, make_rating
from storyhold.tags.models import Rating, Tag, TagKind
from storyhold.tags.refusals import (
    KindIsNotEmpty,
    OneTagIsEnough,
    RatingIsLaxer,
    RatingNameIsTaken,
    StoriesNeedAnotherRating,
)
from tests.cast import make_member, make_story


def about(name, **rules):
    return AboutKind(name=name, name_plural=f"{name}s", **rules)


def test_a_kind_has_an_address_of_its_own_in_whatever_script_it_is_named(kinds):
    keys = [make_kind(about(name)).key for name in ("Season", "Season", "Жанр", "3-D")]

    assert keys == ["season", "season-2", "kind", "kind-3-d"]


def test_kinds_stand_in_the_archivists_order(kinds):
    season = make_kind(about("Season"))

    move_kind(season, steps=-99)

    assert TagKind.objects.first() == season


def test_stories_with_several_tags_do_not_become_ones_with_one(kinds):
    make_story(author=make_member("Ada"), tags={"genre": ["Drama", "Comedy"]})

    with pytest.raises(OneTagIsEnough):
        change_kind(kinds["genre"], about("Genre", is_single=True))


def test_a_kind_with_tags_is_deleted_only_into_another(kinds):
    moby = add_tag(kinds["fandom"], "Moby-Dick")
    add_tag(kinds["character"], "Ahab", within=moby)

    with pytest.raises(KindIsNotEmpty):
        delete_kind(kinds["fandom"])
    delete_kind(kinds["fandom"], into=kinds["category"])

    assert Tag.objects.get(name="Ahab").within.kind == kinds["category"]
    assert TagKind.objects.get(key="character").belongs_to == kinds["category"]
    assert not TagKind.objects.filter(key="fandom").exists()


def test_a_tree_that_moves_into_another_stays_a_tree(kinds):
    places = make_kind(about("Place", is_tree=True))
    town = add_tag(places, "Town")
    add_tag(places, "Harbor", parent=town)

    delete_kind(places, into=kinds["category"])

    harbor = Tag.objects.get(name="Harbor")
    assert (harbor.kind, harbor.parent) == (kinds["category"], town)


def test_a_rating_is_made_changed_and_ordered(kinds):
    strict = make_rating(AboutRating(name=" For  keepers ", must_sign_in=True))

    assert list(Rating.objects.all())[-1] == strict
    assert strict.name == "For keepers"
    with pytest.raises(RatingNameIsTaken):
        change_rating(strict, AboutRating(name="general"))
    change_rating(strict, AboutRating(name="Keepers", warning_text="Grim.\nVery."))
    move_rating(strict, steps=-99)
    assert Rating.objects.get(name="Keepers", must_sign_in=False).position == 1


def test_stories_of_a_deleted_rating_get_another_and_never_a_laxer_one_in_silence(kinds):
    explicit, general = Rating.objects.get(name="Explicit"), Rating.objects.get(name="General")
    story = make_story(author=make_member("Ada"), rating=explicit)

    with pytest.raises(StoriesNeedAnotherRating):
        delete_rating(explicit, into=None)
    with pytest.raises(RatingIsLaxer):
        delete_rating(explicit, into=general)
    delete_rating(explicit, into=general, is_agreed=True)

    story.refresh_from_db()
    assert story.rating == general


def test_a_rating_of_nothing_is_simply_deleted(kinds):
    delete_rating(Rating.objects.get(name="Mature"), into=None)

    assert not Rating.objects.filter(name="Mature").exists()
