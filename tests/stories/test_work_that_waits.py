import pytest

from storyhold.accounts.actions import trust_member
from storyhold.notices.models import Notice
from storyhold.stories.access import chapters_held_for, chapters_visible_to, stories_visible_to
from storyhold.stories.actions.at_once import begin_and_publish_story, begin_story
from storyhold.stories.actions.publishing import (
    publish_chapter,
    publish_story,
    unpublish_chapter,
    unpublish_story,
)
from storyhold.stories.actions.round_robins import give_back, open_round_robin
from storyhold.stories.actions.submitting import trust_story
from storyhold.stories.actions.trash import delete_story, restore_story
from storyhold.stories.actions.writing import Details, Draft, change_details, save_chapter
from storyhold.stories.models import Chapter
from storyhold.stories.refusals import (
    ChapterTitleIsForbidden,
    PublishingIsClosed,
    SubmissionsAreClosed,
    TitleIsForbidden,
)
from storyhold.stories.signals import first_published
from tests.cast import change_rules, make_chapter, make_member, make_story


@pytest.fixture(autouse=True)
def new_work_waits():
    change_rules(new_work_waits=True)
    yield
    change_rules(new_work_waits=False, submissions_open=True, forbidden_words="")


@pytest.fixture
def mo():
    return make_member("Mo", role="moderator")


def handed_in(author, **about):
    return publish_story(make_story(author=author, **about), by=author)


def told(member):
    return list(Notice.objects.filter(member=member).values_list("kind", flat=True))


# --- waiting ------------------------------------------------------------------------------------


def test_new_work_waits_and_its_authors_and_moderators_alone_see_it(ada, ben, mo):
    heard = []
    first_published.connect(heard.append, weak=False, dispatch_uid="heard")

    story = handed_in(ada, chapters=2)

    first_published.disconnect(dispatch_uid="heard")
    waiting = story.chapters.filter(held_at__isnull=False)
    assert (story.is_public, story.published_at, waiting.count()) == (False, None, 2)
    assert set(chapters_visible_to(ada)) == set(chapters_held_for(mo)) == set(waiting)
    for other in (ben, mo):
        assert story not in stories_visible_to(other)
        assert not chapters_visible_to(other).exists()
    assert not chapters_held_for(ben).exists()
    assert not chapters_held_for(ada).exists()
    assert told(mo) == ["held"]  # once, however many chapters
    assert heard == []


def test_a_new_chapter_of_a_public_story_waits_and_the_story_stays_as_it_is(ada, mo):
    story = make_story(author=ada, public=True)
    was = story.updated_at

    chapter = publish_chapter(make_chapter(story, author=ada), by=ada)

    story.refresh_from_db()
    assert chapter.held_at is not None
    assert (story.is_public, story.chapter_count, story.updated_at) == (True, 1, was)
    assert list(chapters_held_for(mo)) == [chapter]


def test_it_waits_once_however_often_it_is_handed_in_and_while_it_is_written_on(ada):
    chapter = handed_in(ada).chapters.get()

    save_chapter(chapter, Draft(text="Anew."), by=ada, seen_revision=1)
    again = publish_chapter(chapter, by=ada)

    assert again.held_at == chapter.held_at


def test_what_readers_have_seen_does_not_wait_again(ada):
    story = make_story(author=ada, public=True)

    unpublish_story(story)

    assert publish_story(story, by=ada).is_public


@pytest.mark.parametrize("who", ["trusted", "moderator", "archivist"])
def test_whoever_is_trusted_does_not_wait(who):
    member = make_member("Ada", role="member" if who == "trusted" else who)
    trust_member(member, is_trusted=who == "trusted", may_always_submit=False)

    assert handed_in(member).is_public


def test_new_chapters_of_a_trusted_story_do_not_wait(ada):
    story = make_story(author=ada, public=True)
    trust_story(story)

    assert publish_chapter(make_chapter(story, author=ada), by=ada).is_public


# --- taking it back -----------------------------------------------------------------------------


def test_a_story_or_a_chapter_is_withdrawn_and_nobody_is_told_of_it_any_more(ada, mo):
    story = handed_in(ada, chapters=2)

    first, second = story.chapters.all()
    assert unpublish_chapter(first).held_at is None
    assert list(chapters_held_for(mo)) == [second]
    assert told(mo) == ["held"]
    unpublish_story(story)

    assert not chapters_held_for(mo).exists()
    assert told(mo) == []


def test_what_is_taken_back_deleted_or_made_a_story_of_its_own_waits_no_more(ada, ben, mo):
    deleted = handed_in(ada)
    delete_story(deleted)
    restore_story(deleted)
    shared = make_story(author=ada, public=True)
    open_round_robin(shared)
    mine = publish_chapter(make_chapter(shared, author=ben), by=ben)
    assert (list(chapters_held_for(mo)), told(ada)) == ([mine], [])
    assert mine not in chapters_visible_to(ada)
    give_back(mine)

    assert not Chapter.objects.filter(held_at__isnull=False).exists()
    assert told(mo) == []


# --- submissions are closed ---------------------------------------------------------------------


def test_while_submissions_are_closed_nothing_begins_and_drafts_are_kept(ada):
    draft = make_story(author=ada)
    public = make_story(author=ada, public=True)
    change_rules(submissions_open=False)

    with pytest.raises(SubmissionsAreClosed):
        begin_story(Details(title="New"), Draft(text="One."), by=ada.pen_name)
    with pytest.raises(SubmissionsAreClosed):
        make_chapter(public, author=ada)
    with pytest.raises(PublishingIsClosed):
        publish_story(draft, by=ada)
    unpublish_story(public)
    assert publish_story(public, by=ada).is_public  # readers know it


def test_some_may_always_bring_new_work_and_it_may_wait(ada):
    change_rules(submissions_open=False)
    trust_member(ada, is_trusted=False, may_always_submit=True)

    chapter = begin_and_publish_story(Details(title="New"), Draft(text="One."), by=ada.pen_name)

    assert chapter.held_at is not None


# --- forbidden words ----------------------------------------------------------------------------


def test_a_title_with_a_forbidden_word_is_refused_and_one_older_than_the_list_stays(ada):
    story = make_story(author=ada, title="Tide and Hell", public=True)
    chapter = story.chapters.get()
    change_rules(forbidden_words="hell, low*")

    change_details(story, Details(title="Tide and Hell"))
    with pytest.raises(TitleIsForbidden) as refused:
        change_details(story, Details(title="Lower Water"))
    with pytest.raises(ChapterTitleIsForbidden):
        save_chapter(chapter, Draft(title="H-e-l-l", text="One."), by=ada, seen_revision=1)

    assert "“Lower”" in str(refused.value)


def test_in_a_summary_a_forbidden_word_is_starred_and_the_authors_words_are_kept(ada):
    change_rules(forbidden_words="hell")

    story = make_story(author=ada, summary="What the *hell*?")

    assert story.summary_html == "<p>What the <em>****</em>?</p>"
    assert story.summary_source == "What the *hell*?"
    assert "hell" not in story.found_by
