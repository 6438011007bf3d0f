"""A private link opens one draft, for a while, and nothing else."""

from datetime import timedelta

import pytest

from storyhold.accounts.actions import change_standing
from storyhold.betas import access, actions
from storyhold.betas.models import DraftLink, Note
from storyhold.betas.queries import notes_on, offers_listed, placed
from storyhold.betas.refusals import NoteIsEmpty, TextIsTooLong, TooManyNotes
from storyhold.notices.models import Notice
from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author, leave_story
from storyhold.stories.actions.round_robins import open_round_robin
from storyhold.stories.actions.trash import delete_chapter, delete_story
from storyhold.stories.actions.writing import Draft, save_chapter
from storyhold.stories.models import Chapter
from tests.cast import make_chapter, make_story


@pytest.fixture
def story(ada):
    return make_story(author=ada, chapters=2)


@pytest.fixture
def chapter(story):
    return story.chapters.get(number=1)


@pytest.fixture
def link(story, ada):
    return actions.lend(story, by=ada, reader="Ben")[0]


def test_the_secret_is_not_kept(story, ada):
    link, token = actions.lend(story, by=ada)

    assert access.link_with(token) == link
    assert access.link_with(token + "x") is None
    assert access.link_with("") is None
    assert not DraftLink.objects.filter(token_sha256__contains=token).exists()


def test_a_link_to_a_story_shows_its_chapters_and_one_to_a_chapter_that_one(story, chapter, ada):
    whole, _token = actions.lend(story, by=ada)
    one, _token = actions.lend(story, chapter, by=ada)

    assert list(access.chapters_behind(whole)) == list(story.chapters.all())
    assert list(access.chapters_behind(one)) == [chapter]


def test_withdrawn_or_old_it_opens_nothing(story, ada):
    withdrawn, one = actions.lend(story, by=ada)
    old, other = actions.lend(story, by=ada)

    actions.withdraw_link(withdrawn)
    DraftLink.objects.filter(pk=old.pk).update(expires_at=old.made_at - timedelta(seconds=1))

    assert access.link_with(one) is None
    assert access.link_with(other) is None


def test_it_shows_no_more_than_its_maker_may(story, chapter, link, ada, ben):
    one, _token = actions.lend(story, chapter, by=ada)
    delete_chapter(story.chapters.get(number=2))
    assert list(access.chapters_behind(link)) == [chapter]

    accept_co_authorship(invite_co_author(story, name="Ben"))
    leave_story(story, pen_name=ada.pen_name)
    assert not access.chapters_behind(link).exists()
    assert not access.chapters_behind(one).exists()


def test_nothing_of_a_deleted_story_or_a_banned_author(story, link, ada):
    _link, token = actions.lend(story, by=ada)
    delete_story(story)
    assert not access.chapters_behind(link).exists()

    change_standing(ada, role=ada.role, is_active=False)
    assert access.link_with(token) is None


def test_a_link_to_a_round_robin_shows_nobody_elses_draft(ada, ben):
    story = make_story(author=ada, public=True)
    open_round_robin(story)
    theirs = make_chapter(story, author=ben)
    of_ada, _token = actions.lend(story, by=ada)
    of_ben, _token = actions.lend(story, theirs, by=ben)

    assert theirs not in access.chapters_behind(of_ada)
    assert list(access.chapters_behind(of_ben)) == [theirs]
    assert of_ben not in access.links_kept_by(ada)


def test_notes_are_the_authors(chapter, link, ada, ben, mo):
    note = actions.leave_note(link, chapter, text="Good.", by=ben.pen_name)

    assert note in access.notes_to(ada)
    assert note in access.notes_by(ben)
    for other in (ben, mo):
        assert note not in access.notes_to(other)
        assert link not in access.links_kept_by(other)


def test_a_note_keeps_what_it_is_about(chapter, link, ada):
    on_one = actions.leave_note(link, chapter, text="Which lamp?", paragraph=1, guest_name="Bo")
    on_all = actions.leave_note(link, chapter, text="*Lovely*", paragraph=99)
    text = "A new beginning.\n\nThe lamp was lit at five."

    assert on_one.quote == "The lamp was lit at four."
    assert (on_all.paragraph, on_all.quote, on_all.reader_name) == (None, "", "Anonymous")
    assert "<em>Lovely</em>" in on_all.html

    save_chapter(chapter, Draft(text=text), by=ada, seen_revision=1)
    found = placed(notes_on(ada, chapter), Chapter.objects.get(pk=chapter.pk).text.html)
    assert dict(found.at) == {2: [on_one]}
    assert found.on_the_whole == [on_all]

    save_chapter(chapter, Draft(text="Nothing is left."), by=ada, seen_revision=2)
    found = placed(notes_on(ada, chapter), Chapter.objects.get(pk=chapter.pk).text.html)
    assert found.adrift == [on_one]


@pytest.mark.parametrize("text", ["", " \n", "\u200b", "<p></p>"])
def test_an_empty_note_is_none(chapter, link, text):
    with pytest.raises(NoteIsEmpty):
        actions.leave_note(link, chapter, text=text)


def test_there_is_an_end_to_notes(chapter, link, monkeypatch):
    with pytest.raises(TextIsTooLong):
        actions.leave_note(link, chapter, text="x" * 10_001)

    monkeypatch.setattr(actions, "MOST_NOTES", 1)
    actions.leave_note(link, chapter, text="One.")
    with pytest.raises(TooManyNotes):
        actions.leave_note(link, chapter, text="Two.")


def test_both_sides_are_told(chapter, link, ada, ben):
    note = actions.leave_note(link, chapter, text="One.", by=ben.pen_name)
    actions.leave_note(link, chapter, text="Two.", by=ben.pen_name)
    assert Notice.objects.get(member=ada).sentence == (
        "Ben left notes on “The Piano at Low Water”."
    )

    actions.answer_note(note, text="Thank you.", by=ada)
    assert Notice.objects.get(member=ben).kind == "beta_answer"


def test_a_note_is_done_and_open_again(chapter, link):
    note = actions.leave_note(link, chapter, text="One.")

    actions.mark_done(note)
    assert Note.objects.get().done_at
    actions.mark_open(note)
    assert not Note.objects.get().done_at


def test_an_offer_is_listed_until_it_is_taken_back(ada, ben):
    make_story(author=ben, public=True)
    offer = actions.offer_to_read(ben.pen_name, text="*All* of it.", languages=["en"], tags=[])
    listed = offers_listed(ada).get()
    assert (listed, listed.story_count, listed.language_names) == (offer, 1, [("en", "English")])

    change_standing(ben, role=ben.role, is_active=False)
    assert not offers_listed(ada).exists()

    actions.take_back_offer(ben.pen_name)
    assert not access.offers().exists()


def test_authors_are_not_told_of_their_own_notes(link, chapter, ada):
    actions.leave_note(link, chapter, text="The tide.", by=ada.pen_name)

    assert not Notice.objects.filter(kind="beta_note").exists()
