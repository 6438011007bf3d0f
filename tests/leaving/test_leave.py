from datetime import timedelta

import pytest
from django.db.models.signals import pre_delete
from django.utils.timezone import now

from storyhold.accounts.models import Member, PenName, Role
from storyhold.accounts.refusals import LastArchivist
from storyhold.betas.actions import leave_note, lend
from storyhold.betas.models import Note
from storyhold.bookmarks.actions.following import subscribe
from storyhold.bookmarks.actions.keeping import keep
from storyhold.bookmarks.actions.keeping import recount as recount_bookmarks
from storyhold.bookmarks.actions.telling import tell_of_chapter
from storyhold.leaving.actions import ask_to_leave, complete_departures, stay
from storyhold.leaving.models import Departure, Stories
from storyhold.moderation.actions.messages import send_message
from storyhold.moderation.models import Message
from storyhold.notices.models import Notice
from storyhold.reviews.actions.counting import recount as recount_reviews
from storyhold.reviews.actions.kudos import leave_kudos
from storyhold.reviews.models import Review
from storyhold.series.actions import create_series
from storyhold.series.models import Series
from storyhold.stories.access import stories_listed_for
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author
from storyhold.stories.actions.counting import recount as recount_stories
from storyhold.stories.actions.round_robins import open_round_robin
from storyhold.stories.actions.trash import delete_chapter
from storyhold.stories.models import Authorship, Chapter, Story
from tests.cast import make_chapter, make_member, make_pen_name, make_review, make_story

pytestmark = pytest.mark.django_db


@pytest.fixture
def ada():
    return make_member("Ada")


@pytest.fixture
def ben():
    return make_member("Ben")


def let_go(member, stories):
    ask_to_leave(member, stories=stories)
    Departure.objects.update(asked_at=now() - timedelta(days=14, seconds=1))
    complete_departures()


def authors_of(story):
    story.refresh_from_db()
    return [pen_name.name for pen_name in story.authors_shown]


def test_nobody_leaves_before_the_days_of_grace_are_over(ada):
    ask_to_leave(ada, stories=Stories.DELETE)
    Departure.objects.update(asked_at=now() - timedelta(days=13))

    complete_departures()

    assert Member.objects.filter(pk=ada.pk, is_active=True).exists()


def test_who_stays_after_all_is_left_alone(ada):
    make_story(author=ada, public=True)
    ask_to_leave(ada, stories=Stories.DELETE)
    Departure.objects.update(asked_at=now() - timedelta(days=20))

    stay(ada)
    complete_departures()

    assert Story.objects.count() == 1


def test_stories_go_with_their_author(ada, ben):
    story = make_story(author=ada, public=True)
    make_review(story.chapters.get(), by=ben)
    create_series(title="Tides", summary="", mode="closed", by=ada.pen_name)

    let_go(ada, Stories.DELETE)

    assert not Story.objects.exists()
    assert not Review.objects.exists()
    assert not Series.objects.exists()
    assert not PenName.objects.filter(name="Ada").exists()


def test_stories_stay_with_the_name_of_their_author(ada):
    story = make_story(author=ada, public=True)
    make_pen_name(ada, "Ada of the Tides")

    let_go(ada, Stories.KEEP_NAMED)

    gone = Member.objects.get(pk=ada.pk)
    assert authors_of(story) == ["Ada"]
    assert gone.email == f"left-{ada.pk}@archive.invalid"
    assert not gone.is_active
    assert gone.left_at
    assert not gone.has_usable_password()
    # What signs nothing may be taken by somebody else.
    assert [str(name) for name in gone.pen_names.all()] == ["Ada"]


def test_stories_stay_without_the_name_of_their_author(ada, ben):
    story = make_story(author=ada, public=True)
    bens = make_story(author=ben, public=True, title="Ebb")
    review = make_review(bens.chapters.get(), by=ada)

    let_go(ada, Stories.KEEP_ORPHANED)

    review.refresh_from_db()
    assert authors_of(story) == ["A former member"]
    assert story.chapters.get().signed_by.name == "A former member"
    assert review.reader_name == "A former member"
    assert story in stories_listed_for(ben)
    assert not Member.objects.filter(pk=ada.pk).exists()


def test_notices_forget_the_name_that_stories_lose(ada, ben):
    story = make_story(author=ben, public=True, title="Ebb")
    make_review(story.chapters.get(), by=ada)
    assert Notice.objects.get(member=ben, kind="review").facts["reader"] == "Ada"

    let_go(ada, Stories.KEEP_ORPHANED)

    assert not Notice.objects.filter(kind="review").exists()
    ben.refresh_from_db()
    assert ben.unread_notices == 0


def test_who_cannot_go_keeps_nobody_else(ada, ben):
    def refuse(instance, **_news):
        if instance.pk == ada.pk:
            raise RuntimeError

    ask_to_leave(ada, stories=Stories.DELETE)
    pre_delete.connect(refuse, sender=Member)
    try:
        let_go(ben, Stories.DELETE)
    finally:
        pre_delete.disconnect(refuse, sender=Member)

    assert list(Departure.objects.values_list("member", flat=True)) == [ada.pk]
    assert not Member.objects.filter(pk=ben.pk).exists()


@pytest.mark.parametrize("choice", Stories)
def test_what_the_leaver_kept_is_counted_no_more(ada, ben, choice):
    story = make_story(author=ada, public=True)
    keep(story, by=ben.pen_name)

    let_go(ben, choice)

    story.refresh_from_db()
    assert story.bookmark_count == 0


def test_a_story_of_two_who_left_has_one_former_member(ada, ben):
    story = make_story(author=ada, public=True)
    accept_co_authorship(invite_co_author(story, name="Ben"))

    let_go(ada, Stories.KEEP_ORPHANED)
    let_go(ben, Stories.KEEP_ORPHANED)

    assert authors_of(story) == ["A former member"]


@pytest.mark.parametrize("choice", Stories.values)
def test_a_story_written_with_others_stays_theirs(ada, ben, choice):
    story = make_story(author=ada, public=True)
    accept_co_authorship(invite_co_author(story, name="Ben"))
    make_chapter(story, author=ben, public=True)

    let_go(ada, choice)

    assert "Ben" in authors_of(story)
    assert story.chapters.count() == 2


@pytest.mark.parametrize("choice", Stories.values)
def test_what_nobody_else_could_see_is_deleted(ada, choice):
    make_story(author=ada, title="A draft")

    let_go(ada, choice)

    assert not Story.objects.exists()


@pytest.mark.parametrize("choice", Stories.values)
def test_in_a_round_robin_the_public_chapters_stay(ada, ben, choice):
    story = make_story(author=ada, public=True)
    open_round_robin(story)
    kept = make_chapter(story, author=ben, public=True)
    make_chapter(story, author=ben, title="A draft")

    let_go(ben, choice)

    assert list(story.chapters.filter(is_writers_own=True)) == [kept]


def test_somebody_keeps_the_keys():
    wren = make_member("Wren", role=Role.ARCHIVIST)
    with pytest.raises(LastArchivist):
        ask_to_leave(wren, stories=Stories.DELETE)

    other = make_member("Mo", role=Role.ARCHIVIST)
    ask_to_leave(wren, stories=Stories.DELETE)
    Member.objects.filter(pk=other.pk).update(role=Role.MEMBER)
    Departure.objects.update(asked_at=now() - timedelta(days=15))
    complete_departures()

    assert Member.objects.get(pk=wren.pk).is_archivist


@pytest.mark.parametrize("choice", Stories.values)
def test_chapters_that_nobody_else_could_see_are_deleted(ada, ben, choice):
    story = make_story(author=ada, public=True, chapters=2)
    delete_chapter(story.chapters.get(number=2))
    make_chapter(story, author=ada, text="Not yet.")
    bens = make_story(author=ben, public=True)
    open_round_robin(bens)
    make_chapter(bens, author=ada, text="Not yet either.")
    make_chapter(bens, author=ben, public=True)
    shared = make_story(author=ada, public=True)
    accept_co_authorship(invite_co_author(shared, name="Ben"))
    ours = make_chapter(shared, author=ada, text="Ours.")

    let_go(ada, choice)

    assert not Chapter.objects.exclude(story=shared).filter(is_public=False).exists()
    assert not Chapter.objects.filter(deleted_at__isnull=False).exists()
    assert [chapter.number for chapter in bens.chapters.order_by("number")] == [1, 2]
    assert Chapter.objects.filter(pk=ours.pk).exists()
    assert list(recount_stories()) == []


@pytest.mark.parametrize("choice", Stories.values)
def test_what_is_counted_elsewhere_stays_right(ada, ben, choice):
    bens = make_story(author=ben, public=True)
    make_review(bens.chapters.get(), by=ada)
    keep(bens, by=ada.pen_name)
    leave_kudos(bens, by=ada, visitor="")

    let_go(ada, choice)

    bens.refresh_from_db()
    assert (bens.review_count, bens.bookmark_count, bens.kudos_count) == (1, 0, 1)
    assert [*recount_bookmarks(), *recount_reviews()] == []
    assert not Notice.objects.filter(kind="kept").exists()


@pytest.mark.parametrize("choice", Stories.values)
def test_an_invitation_that_nobody_can_answer_is_gone(ada, ben, choice):
    invite_co_author(make_story(author=ben, public=True), name="Ada")

    let_go(ada, choice)

    assert not Authorship.objects.filter(accepted_at=None).exists()
    assert not PenName.objects.filter(name="Ada").exists()


@pytest.mark.parametrize("choice", Stories.values)
def test_what_others_got_stays_theirs(ada, ben, choice):
    send_message(ben.pen_name, by=ada.pen_name, subject="Tides", text="Low at four.")
    shared = make_story(author=ada, public=True)
    accept_co_authorship(invite_co_author(shared, name="Ben"))
    link, _token = lend(shared, by=ada, reader="my sister")
    leave_note(link, shared.chapters.get(), text="Which lamp?")

    let_go(ada, choice)

    name = "Ada" if choice == Stories.KEEP_NAMED else "A former member"
    assert Message.objects.get().sender.name == name
    assert Note.objects.get().source == "Which lamp?"
    assert not link.__class__.objects.exists()


def test_nobody_is_told_any_more_of_what_went(ada, ben):
    story = make_story(author=ada, public=True)
    subscribe(ada.pen_name, by=ben)
    tell_of_chapter(story.chapters.get().pk, is_new_story=True)
    assert Notice.objects.filter(member=ben).exists()

    let_go(ada, Stories.DELETE)

    assert not Notice.objects.exists()
