"""Posing a challenge, and answering it with stories and series."""

import pytest
from django.contrib.auth.models import AnonymousUser

from storyhold.challenges import access, queries
from storyhold.challenges.actions import (
    answer_with,
    change_challenge,
    delete_challenge,
    pose_challenge,
    remove_answer,
)
from storyhold.challenges.models import Answer, Challenge
from storyhold.challenges.refusals import (
    ChallengeIsEmpty,
    ChallengeTitleIsMissing,
    GuestsMayNotChallenge,
)
from storyhold.notices.models import Notice
from storyhold.series.actions import add_story, create_series
from storyhold.stories.actions.publishing import unpublish_story
from storyhold.stories.models import Story
from storyhold.tags.models import Rating
from tests.cast import change_rules, make_pen_name, make_story


def pose(by, *, title="One Lamp", summary="And a *tide*.", **more):
    return pose_challenge(title=title, summary=summary, tags=[], by=by and by.pen_name, **more)


@pytest.fixture
def challenge(ada):
    return pose(ada)


@pytest.fixture
def story(ben):
    return make_story(author=ben, public=True)


@pytest.fixture
def series(ben, story):
    kept = create_series(title="Tides", summary="", mode="closed", by=ben.pen_name)
    add_story(kept, story, by=ben.pen_name)
    return kept


def test_a_member_poses_and_changes_a_challenge(ada, ben, mo, challenge):
    assert "<em>tide</em>" in challenge.summary_html
    assert challenge.poser == "Ada"
    assert challenge in access.challenges_editable_by(ada)
    assert challenge in access.challenges_editable_by(mo)
    for other in (ben, AnonymousUser()):
        assert challenge not in access.challenges_editable_by(other)

    change_challenge(challenge, title="Two Lamps", summary="And no tide.", tags=[])
    challenge.refresh_from_db()
    assert (challenge.title, challenge.title_key[:3]) == ("Two Lamps", "two")


def test_guests_pose_where_the_archive_lets_them():
    with pytest.raises(GuestsMayNotChallenge):
        pose(None)

    change_rules(guests_may_challenge=True)
    assert access.may_pose(AnonymousUser())
    assert pose(None, guest_name=" Bo ").poser == "Bo"
    assert pose(None).poser == "Anonymous"


@pytest.mark.parametrize(
    ("what", "refusal"),
    [
        ({"title": " \u200b"}, ChallengeTitleIsMissing),
        ({"summary": "\n"}, ChallengeIsEmpty),
        ({"summary": "<p> </p>"}, ChallengeIsEmpty),
    ],
)
def test_it_needs_a_title_and_a_word(ada, what, refusal):
    with pytest.raises(refusal):
        pose(ada, **what)

    assert not Challenge.objects.exists()


def test_it_is_answered_and_taken_back(challenge, ada, ben, story, series):
    answer_with(challenge, [story, series], by=ben)
    assert {answer.title for answer in Answer.objects.all()} == {story.title, "Tides"}
    assert queries.challenges_answered_by(story) == [challenge]
    assert queries.challenges_answered_by(series) == [challenge]

    answer_with(challenge, [series], by=ben)
    assert queries.challenges_answered_by(story) == []
    assert queries.answered_with(challenge, [story, series]) == [series]


def test_only_with_public_works_of_ones_own(challenge, ada, ben, story):
    draft = make_story(author=ben)

    answer_with(challenge, [draft, story], by=ben)
    answer_with(challenge, [story], by=ada)

    assert Answer.objects.get().story == story


def test_ones_own_answers_leave_others_alone(challenge, ada, ben, story):
    answer_with(challenge, [story], by=ben)

    answer_with(challenge, [], by=ada)

    assert Answer.objects.count() == 1


def test_readers_see_answers_they_may_see(challenge, ben, story):
    members_only = make_story(author=ben, public=True, rating=Rating.objects.get(name="Explicit"))
    answer_with(challenge, [story, members_only], by=ben)

    def seen_by(viewer):
        listed = queries.challenges_listed(viewer).get()
        return listed.answer_count, len(queries.answers_shown(viewer, challenge))

    assert seen_by(ben) == (2, 2)
    assert seen_by(AnonymousUser()) == (1, 1)
    unpublish_story(story)
    assert seen_by(AnonymousUser()) == (0, 0)


def test_the_poser_is_told(challenge, ada, ben, story):
    answer_with(challenge, [story], by=ben)
    answer_with(challenge, [story], by=ben)
    assert Notice.objects.get(member=ada).sentence == (
        "“The Piano at Low Water” answers your challenge “One Lamp”."
    )

    answer_with(challenge, [], by=ben)
    assert not Notice.objects.filter(member=ada).exists()


def test_who_answers_oneself_is_not_told(challenge, ada):
    answer_with(challenge, [make_story(author=ada, public=True)], by=ada)

    assert not Notice.objects.exists()


def test_the_poser_takes_an_answer_off(challenge, ada, ben, mo, story):
    answer_with(challenge, [story], by=ben)
    answer = Answer.objects.get()
    for may in (ada, ben, mo):
        assert answer in access.answers_removable_by(may)
    assert answer not in access.answers_removable_by(AnonymousUser())

    remove_answer(answer)
    assert not Answer.objects.exists()


def test_deleting_a_challenge_leaves_the_stories(challenge, ada, ben, story):
    answer_with(challenge, [story], by=ben)

    delete_challenge(challenge)

    assert Story.objects.filter(pk=story.pk).exists()
    assert not Notice.objects.filter(member=ada, kind="challenge_answered").exists()


def test_the_most_answered_come_first(ada, ben, challenge, story, series):
    other = pose(make_pen_name(ada, "A. L.").member, title="Zinc")
    answer_with(other, [story, series], by=ben)
    answer_with(challenge, [story], by=ben)
    pose(ada, title="Unanswered")

    assert queries.most_answered(ben) == [other, challenge]
    assert queries.how_many_challenges() == 3


def test_a_series_that_nobody_else_sees_yet_answers_nothing(challenge, ada, ben, story):
    plan = create_series(title="A secret plan", summary="", mode="closed", by=ben.pen_name)
    add_story(plan, make_story(author=ben), by=ben.pen_name)

    answer_with(challenge, [plan], by=ben)

    assert plan not in access.series_to_answer_with(ben)
    assert not Notice.objects.filter(member=ada).exists()
