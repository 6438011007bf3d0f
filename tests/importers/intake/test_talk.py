"""News, comments, polls, shouts and the log come in; the dead keep their words, not their place."""

import json
from datetime import UTC, datetime

from storyhold.importers.models import Untouched
from storyhold.news.models import Comment, NewsItem
from storyhold.polls.models import Choice, Poll, Vote
from storyhold.shoutbox.models import Shout
from tests.importers.dumps import archive, author

AT = 1_200_000_000


def of(**tables):
    return archive(**{"stories": [], "chapters": [], "reviews": []} | tables)


def news(number, by, **more):
    row = {"nid": number, "author": by, "title": "Moved", "story": "We moved.\nAgain.", "time": AT}
    return row | {"comments": 0} | more


def comment(number, item, uid, text="Fine."):
    return {"cid": number, "nid": item, "uid": uid, "comment": text, "time": AT}


def test_news_are_signed_by_the_only_member_of_the_name_or_by_the_name(move):
    move(
        of(
            authors=[author(1, "Keeper"), author(2, "Ada"), author(3, "ada ")],
            news=[news(4, "KEEPER"), news(5, "Ada"), news(6, "Nobody Known", time=0)],
        )
    )

    items = {item.pk: item for item in NewsItem.objects.select_related("pen_name")}
    assert items[4].html == '<p id="p1">We moved.<br>Again.</p>'
    assert items[4].published_at == datetime.fromtimestamp(AT, UTC)
    assert items[4].pen_name_id == 1
    assert items[5].pen_name_id not in (2, 3)
    assert str(items[6].pen_name) == "Nobody Known"
    assert items[6].published_at == items[5].published_at
    assert move.said("day is not known")


def test_comments_stay_with_their_news_and_whoever_was_deleted_is_a_former_member(move):
    move(
        of(
            news=[news(1, "Ada")],
            comments=[comment(1, 1, 2), comment(2, 1, 0), comment(3, 1, 99), comment(4, 8, 2),
                      comment(5, 1, 2, " <br /> ")],
        )
    )  # fmt: skip

    signed = {row.pk: str(row.pen_name) for row in Comment.objects.select_related("pen_name")}
    assert signed[1] == "Ada"
    assert signed[2] == "A former member"
    assert set(signed) == {1, 2, 3}
    assert move.said("comment on news that are gone")
    assert move.said("comment says nothing")


def test_comments_of_old_versions_name_their_writers(move):
    old = {"cid": 1, "nid": 1, "uname": "ada", "comment": "Aye.", "time": "2004-05-06 07:08:09"}

    move(of(news=[news(1, "Ada")], comments=[old]))

    assert Comment.objects.get().pen_name_id == 2


def test_numbers_beyond_all_columns_and_endless_counts_are_damage(move):
    poll = {"poll_id": 10**30, "poll_question": "Tea?", "poll_opts": "Yes|#|No",
            "poll_start": AT, "poll_end": AT + 9, "poll_results": "4#" + "9" * 5_000}  # fmt: skip

    move(of(poll=[poll]))

    choices = Poll.objects.get(question="Tea?").choices
    assert sorted(choices.values_list("vote_count", flat=True)) == [0, 4]


def test_polls_come_in_with_votes_or_with_what_was_counted(move):
    poll = {"poll_id": 1, "poll_question": "Tea?", "poll_opts": "Yes|#|No", "poll_start": AT,
            "poll_end": AT + 9, "poll_results": "4#2"}  # fmt: skip
    still = poll | {"poll_id": 2, "poll_end": 0, "poll_results": ""}
    last = still | {"poll_id": 3, "poll_question": "Lamps?"}
    votes = [(1, 1, 1), (2, 2, 2), (3, 2, 1), (4, 99, 1), (5, 1, 7)]

    move(
        of(
            poll=[poll, still, last],
            poll_votes=[
                {"vote_id": number, "vote_user": uid, "vote_opt": place, "vote_poll": 3}
                for number, uid, place in votes
            ],
        )
    )

    assert list(Poll.objects.filter(is_open=True).values_list("pk", flat=True)) == [3]
    counts = Choice.objects.order_by("poll_id", "position").values_list("vote_count", flat=True)
    assert list(counts) == [4, 2, 0, 0, 2, 0]
    assert list(Vote.objects.values_list("member", "choice__text")) == [(2, "Yes")]
    assert move.said("poll was closed") == [
        "“Tea?” was open. One poll at most is open here, so it was closed as it stood."
    ]


def test_shouts_are_signed_by_members_or_guests(move):
    rows = [("2", "Hi &amp; <b>ahoy</b>"), ("Gull", "Caw"), ("99", "Gone"), ("1", "")]

    move(
        of(
            shoutbox=[
                {"shout_id": number, "shout_name": name, "shout_message": text,
                 "shout_datestamp": AT}
                for number, (name, text) in enumerate(rows, start=1)
            ]
        )
    )  # fmt: skip

    shouts = Shout.objects.order_by("pk").values_list("pen_name", "guest_name", "text")
    assert list(shouts) == [
        (2, "", "Hi & ahoy"),
        (None, "Gull", "Caw"),
        (None, "A former member", "Gone"),
    ]
    assert move.said("shout says nothing")


def test_the_log_is_kept_without_anybodys_whereabouts(move):
    def entry(number, text, kind="RG"):
        return {"log_id": number, "log_action": text, "log_uid": 2, "log_ip": "3232235777",
                "log_timestamp": AT, "log_type": kind}  # fmt: skip

    move(
        of(
            log=[
                entry(1, "Ada registered."),
                entry(2, "Somebody at 192.168.1.1 tried.", "LP"),
                entry(3, "From 2001:db8::1 again.", "LP"),
            ]
        )
    )

    kept = [json.loads(row.raw) for row in Untouched.objects.filter(table="log", column="")]
    assert len(kept) == 3
    assert not any("log_ip" in row for row in kept)
    assert {row.get("log_action") for row in kept} == {"Ada registered.", None}
    assert len(move.said("sentence of the log is left out")) == 2
    assert len(move.said("log is kept as history")) == 2
