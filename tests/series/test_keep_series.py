import pytest
from django.contrib.auth.models import AnonymousUser

from storyhold.series.access import items_removable_by, series_addable_by, series_visible_to
from storyhold.series.actions import (
    accept_item,
    add_series,
    add_story,
    change_series,
    create_series,
    delete_series,
    move_item,
)
from storyhold.series.models import Series, SeriesItem
from storyhold.series.queries import place_beside, places_of
from storyhold.series.refusals import (
    IsInSeriesAlready,
    SeriesIsClosed,
    SeriesIsGone,
    SeriesTitleIsMissing,
    SeriesWouldHoldItself,
)
from storyhold.stories.actions.publishing import unpublish_story
from storyhold.stories.models import Story
from tests.cast import make_story

GUEST = AnonymousUser()


def series_of(member, title="The Tides", mode="closed"):
    return create_series(title=title, summary="", mode=mode, by=member.pen_name)


def test_a_series_needs_a_title(ada):
    with pytest.raises(SeriesTitleIsMissing):
        series_of(ada, title=" \u200b ")

    series = series_of(ada)
    with pytest.raises(SeriesTitleIsMissing):
        change_series(series, title="", summary="", mode="open")
    assert Series.objects.get().title == "The Tides"


def test_series_stand_from_a_to_z(ada):
    for title in ("The Zebra", "Éclair", "An Apple", "Йод"):
        series_of(ada, title=title)

    assert [str(each) for each in Series.objects.all()] == [
        "An Apple", "Éclair", "The Zebra", "Йод",
    ]  # fmt: skip


@pytest.mark.parametrize(("mode", "is_in"), [("open", True), ("moderated", False)])
def test_others_add_or_suggest_as_the_mode_says(ada, ben, mode, is_in):
    series = series_of(ada, mode=mode)

    item = add_story(series, make_story(author=ben, public=True), by=ben.pen_name)

    assert (item.accepted_at is not None) == is_in
    accept_item(item)
    assert item.accepted_at


def test_to_a_closed_series_only_the_owner_adds(ada, ben):
    series = series_of(ada)

    with pytest.raises(SeriesIsClosed):
        add_story(series, make_story(author=ben, public=True), by=ben.pen_name)
    assert add_story(series, make_story(author=ada), by=ada.pen_name).accepted_at


def test_nothing_stands_in_a_series_twice(ada):
    series, inner, story = series_of(ada), series_of(ada), make_story(author=ada)
    add_story(series, story, by=ada.pen_name)
    add_series(series, inner, by=ada.pen_name)

    with pytest.raises(IsInSeriesAlready):
        add_story(series, story, by=ada.pen_name)
    with pytest.raises(IsInSeriesAlready):
        add_series(series, inner, by=ada.pen_name)


def test_there_are_no_circles_however_long(ada):
    one, two, three = (series_of(ada, title=title) for title in ("One", "Two", "Three"))
    add_series(one, two, by=ada.pen_name)
    add_series(two, three, by=ada.pen_name)

    for inner in (one, two, three):
        with pytest.raises(SeriesWouldHoldItself):
            add_series(three, inner, by=ada.pen_name)


def test_stories_stay_when_their_series_goes(ada):
    series = series_of(ada)
    add_story(series, make_story(author=ada), by=ada.pen_name)

    delete_series(series)

    assert Story.objects.exists()
    assert not SeriesItem.objects.exists()


def test_items_move_to_any_place(ada):
    series = series_of(ada)
    one, two, three = (add_story(series, make_story(author=ada), by=ada.pen_name) for _ in range(3))

    move_item(three, to=1)
    assert list(series.items.all()) == [three, one, two]
    move_item(three, to=99)
    assert list(series.items.all()) == [one, two, three]
    assert place_beside(ada, one, steps=-1) is None
    assert place_beside(ada, three, steps=1) is None


def test_a_series_is_seen_when_something_in_it_is(ada, ben):
    story = make_story(author=ada, public=True)
    outer, inner, empty = series_of(ada), series_of(ada, title="Inner"), series_of(ada)
    add_story(inner, story, by=ada.pen_name)
    add_series(outer, inner, by=ada.pen_name)
    assert set(series_visible_to(GUEST)) == set(series_visible_to(ben)) == {outer, inner}
    assert set(series_visible_to(ada)) == {outer, inner, empty}

    unpublish_story(story)

    assert not series_visible_to(GUEST).exists()


def test_a_story_s_number_is_the_one_its_reader_counts(ada, ben):
    series = series_of(ada, mode="moderated")
    first, hidden, story = (make_story(author=ada, public=True) for _ in range(3))
    suggested = make_story(author=ben, public=True)
    add_story(series, first, by=ada.pen_name)
    add_story(series, hidden, by=ada.pen_name)
    add_story(series, suggested, by=ben.pen_name)
    add_story(series, story, by=ada.pen_name)
    unpublish_story(hidden)

    assert places_of(GUEST, story) == [(series, 2)]
    assert places_of(GUEST, suggested) == []


def test_owners_and_authors_take_out_what_is_theirs(ada, ben):
    series = series_of(ada, mode="open")
    own = add_story(series, make_story(author=ada, public=True), by=ada.pen_name)
    other = add_story(series, make_story(author=ben, public=True), by=ben.pen_name)
    inner = add_series(series, series_of(ben, title="Inner"), by=ben.pen_name)

    assert set(items_removable_by(ada)) == {own, other, inner}
    assert set(items_removable_by(ben)) == {other, inner}
    assert not items_removable_by(GUEST).exists()


def test_a_series_deleted_in_another_tab_does_not_come_back(ada):
    series = create_series(title="The Sluice", summary="", mode="open", by=ada.pen_name)
    story = make_story(author=ada, public=True)
    item = add_story(series, story, by=ada.pen_name)
    delete_series(Series.objects.get(pk=series.pk))

    with pytest.raises(SeriesIsGone):
        change_series(series, title="The Sluice", summary="", mode="open")
    with pytest.raises(SeriesIsGone):
        add_story(series, story, by=ada.pen_name)
    accept_item(item)
    move_item(item, to=1)
    assert not Series.objects.exists()


def test_others_are_suggested_no_series_that_only_its_owner_sees(ada, ben):
    theirs, own = (
        create_series(title="Tides", summary="", mode="moderated", by=member.pen_name)
        for member in (ada, ben)
    )
    plan = create_series(title="A secret plan", summary="", mode="closed", by=ben.pen_name)
    add_story(plan, make_story(author=ben), by=ben.pen_name)

    assert plan in series_addable_by(ben, own)
    assert plan not in series_addable_by(ben, theirs)

    add_story(plan, make_story(author=ben, public=True), by=ben.pen_name)
    assert plan in series_addable_by(ben, theirs)
