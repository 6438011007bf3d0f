"""Reviews, answers, series, favorites and challenges come in; what leads nowhere is kept aside."""

from datetime import UTC, datetime

import pytest

from storyhold.bookmarks.models import Bookmark, Subscription
from storyhold.challenges.models import Challenge
from storyhold.importers.models import OldNumber, Untouched
from storyhold.reviews.models import Reply, Review
from storyhold.series.models import Series, SeriesItem
from storyhold.stories.models import Chapter, Story
from tests.importers.dumps import (
    archive,
    author,
    chapter,
    prefs,
    review,
    series,
    settings,
    story,
)


def entry(seriesid, sid=0, sub=0, **more):
    row = {"seriesid": seriesid, "sid": sid, "subseriesid": sub, "confirmed": 1, "inorder": 1}
    return row | more


def favorite(uid, type_, item, comments=""):
    return {"uid": uid, "item": item, "type": type_, "comments": comments}


def test_a_review_is_its_members_or_a_guests(move):
    rows = [
        review(1, 1, chapid=1, uid=1, reviewer="Old Name", review="So<br />good.", rating=9),
        review(2, 1, reviewer="Passing ship"),
        review(3, 1, reviewer="0"),
        review(4, 1, uid=99, reviewer="Lost\\'s"),
        review(5, 1, chapid=3),  # another story's
    ]

    move(archive(reviews=rows))

    kept = {each.pk: each for each in Review.objects.select_related("pen_name")}
    assert [kept[n].reader_name for n in (1, 2, 3, 4)] == [
        "Keeper", "Passing ship", "Anonymous", "Lost's",
    ]  # fmt: skip
    assert (kept[1].html, kept[1].rating, kept[1].chapter_id) == ("<p>So<br>good.</p>", 9, 1)
    assert kept[1].created_at == datetime.fromtimestamp(1_200_100_000, UTC)
    assert kept[4].pen_name is None
    assert (kept[5].story_id, kept[5].chapter_id) == (1, None)
    assert len(move.said("review by a former member")) == 1
    assert len(move.said("review's chapter is gone")) == 1
    assert Story.objects.get(pk=1).review_count == 5
    assert Chapter.objects.get(pk=1).review_count == 1


@pytest.mark.parametrize(
    ("system", "stored", "rating"),
    [
        (1, 10, 10), (1, 1, 1), (1, 0, None), (1, -1, None), (1, 40, None),
        (2, 1, 10), (2, 0, 1), (2, -1, None), (3, 1, 10), (3, -1, None),
    ],
)  # fmt: skip
def test_ratings_are_read_by_the_sites_system(move, system, stored, rating):
    rows = [review(1, 1, review="No Review", rating=stored)]

    move(archive(settings=[settings(ratings=system)], reviews=rows))

    kept = Review.objects.get()
    assert (kept.rating, kept.html, kept.source) == (rating, "", "")


@pytest.mark.parametrize(("others", "read"), [((9, 0), [9, None, 1]), ((0, 1), [1, 10, 10])])
def test_without_settings_ratings_tell_their_system_themselves(move, others, read):
    rows = [review(n, 1, rating=number) for n, number in enumerate([*others, 1], start=1)]

    move({name: of for name, of in archive(reviews=rows).items() if name != "settings"})

    assert list(Review.objects.order_by("pk").values_list("rating", flat=True)) == read


def test_answers_leave_the_text_they_were_glued_to(move):
    glued = "Fine.<br><br><i>Author's Response: Thanks: <i>truly</i><br>Ada</i>"
    rows = [
        review(1, 1, review=glued, respond="1"),
        review(2, 1, review=glued + "<br><br><i>Author's Response: Again!</i>", respond="1"),
        review(3, 1, review="Fine.", respond="1"),
        review(4, 2, review=glued, respond="0"),
    ]

    move(archive(reviews=rows))

    assert {each.html for each in Review.objects.all()} == {"<p>Fine.</p>"}
    replies = {each.review_id: each for each in Reply.objects.select_related("pen_name")}
    assert replies[1].html == "<p>Thanks: <em>truly</em><br>Ada</p>"
    assert replies[1].pen_name.name == "Ada"
    assert replies[2].html == "<p>Thanks: <em>truly</em><br>Ada</p>\n<p>Again!</p>"
    assert replies.keys() == {1, 2, 4}
    assert len(move.said("answer is not there")) == 1
    assert len(move.said("answer without its mark")) == 1


def test_an_answer_that_was_a_row_of_its_own_stands_with_its_review(move):
    rows = [
        review(1, 1, source_review_id=0),
        review(2, 1, uid=2, review="Thank you.", source_review_id=1),
        review(3, 1, uid=2, review="Lost.", source_review_id=50),
    ]

    move(archive(reviews=rows))

    assert Reply.objects.get().review_id == Review.objects.get().pk == 1
    assert OldNumber.objects.get(kind="review", old="2").new == 1
    assert Untouched.objects.get(table="reviews", column="").number == "3"


def test_reviews_of_what_is_gone_or_unknown_are_kept_aside(move):
    rows = [review(1, 77), review(2, 1, type="RC"), review(3, 5, type="SE")]

    move(archive(reviews=rows))

    assert not Review.objects.exists()
    assert {row.number for row in Untouched.objects.filter(table="reviews")} == {"1", "2", "3"}
    assert len(move.said("review of what is gone")) == 2
    assert len(move.said("review of an unknown kind")) == 1


def test_series_hold_stories_and_series_in_their_order(move):
    tables = archive(
        series=[
            series(1, 2, title='Captain\\\'s \\"Log\\"', summary="One\\r\\nTwo"),
            series(2, 1, isopen=1),
            series(3, 88, isopen=2, challenges=",1,Array"),
        ],
        inseries=[
            entry(1, sid=2, inorder=19),
            entry(1, sid=1),
            entry(1, sub=2, confirmed=0, inorder=3),
            entry(2, sub=3, confirmed=0),
            entry(3, sub=1, confirmed=0),  # a circle
            entry(2, sid=1, confirmed=0, inorder=2),
            entry(3, sid=2, confirmed=0),
            entry(1, sid=55),
            entry(9, sid=1),
        ],
        reviews=[review(1, 1, type="SE", rating=8)],
    )

    move(tables)

    first = Series.objects.get(pk=1)
    assert (first.title, first.summary_html) == ('Captain\'s "Log"', "<p>One<br>Two</p>")
    assert dict(Series.objects.values_list("pk", "mode")) == {
        1: "closed",
        2: "moderated",
        3: "open",
    }
    assert Series.objects.get(pk=3).owner.name == "Former member 88"
    items = SeriesItem.objects.order_by("series", "position")
    assert list(items.values_list("series", "position", "story", "sub_series")) == [
        (1, 1, 1, None), (1, 2, None, 2), (1, 3, 2, None),
        (2, 1, None, 3), (2, 2, 1, None), (3, 1, 2, None),
    ]  # fmt: skip
    assert [item.story_id for item in items if not item.accepted_at] == [1]
    assert move.topics >= {
        "series held itself", "series' owner is gone", "list held a slip",
        "entry of a series waits", "entry of a series was unconfirmed",
        "entry of a series that is gone", "entry leads to what is gone",
    }  # fmt: skip
    assert Review.objects.get().series_id == 1


def test_favorites_become_bookmarks_of_those_who_are_there(move):
    tables = archive(
        authorprefs=[prefs(1, level=1), prefs(2, alertson=1)],
        series=[series(1, 1)],
        favorites=[
            favorite(1, "ST", 1, "Read <b>twice</b>"), favorite(2, "ST", 2), favorite(2, "SE", 1),
            favorite(2, "AU", 1), favorite(2, "AU", 1), favorite(0, "ST", 1),
            favorite(1, "ST", 70), favorite(1, "RC", 1),
        ],
        tracker=[{"sid": 1, "uid": 1, "last_read": "2010-01-01 00:00:00"}],
    )  # fmt: skip

    move(tables)

    kept = Bookmark.objects.order_by("pk")
    assert kept.count() == 4
    assert kept.get(story=1).comment_html == "<p>Read <strong>twice</strong></p>"
    assert all(each.is_public for each in kept)
    followed = {(each.member_id, str(each.thing)) for each in Subscription.objects.all()}
    assert followed == {(1, "Story 1"), (2, "Story 2"), (2, "Series 1"), (2, "Keeper")}
    assert Story.objects.get(pk=1).bookmark_count == 1
    assert move.topics >= {
        "favorite of nobody", "favorite of what is gone", "favorite of an unknown kind",
    }  # fmt: skip


def test_challenges_come_with_what_answers_them(move):
    posed = {
        "chalid": 3, "challenger": "A guest", "uid": 0, "title": "Salt &amp; light", "catid": "1",
        "characters": "", "summary": "Write of the sea.", "responses": 4,
    }  # fmt: skip
    tables = archive(
        challenges=[posed],
        stories=[story(1, 2, challenges="0,3,3"), story(2, 1, challenges="8")],
        series=[series(1, 2, challenges=",3")],
    )

    move(tables)

    challenge = Challenge.objects.get(pk=3)
    assert (challenge.title, challenge.poser) == ("Salt & light", "A guest")
    assert [tag.name for tag in challenge.tags.all()] == ["Originals"]
    assert {answer.title for answer in challenge.answers.all()} == {"Story 1", "Series 1"}
    assert len(move.said("challenge is gone")) == 1


def test_a_second_import_of_the_same_dump_changes_nothing(move):
    tables = archive(
        series=[series(1, 2)],
        inseries=[entry(1, sid=1)],
        favorites=[favorite(1, "ST", 1)],
        reviews=[review(1, 1), review(2, 77)],
        authors=[author(1, "Keeper"), author(2, "Ada")],
        chapters=[chapter(1, 1, 2), chapter(3, 2, 1)],
    )
    models = [Story, Chapter, Review, Series, SeriesItem, Bookmark, OldNumber, Untouched]
    move(tables)
    before = [set(model.objects.values_list("pk", flat=True)) for model in models]

    move(tables)

    assert [set(model.objects.values_list("pk", flat=True)) for model in models] == before
