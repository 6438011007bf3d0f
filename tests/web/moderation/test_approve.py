import pytest

from storyhold.accounts.models import Member
from storyhold.moderation.actions.deciding import approve
from storyhold.moderation.models import Decision
from storyhold.moderation.refusals import WaitsNoLonger
from storyhold.notices.models import Notice
from storyhold.notifications.models import Letter
from storyhold.stories.actions.publishing import publish_chapter, publish_story, unpublish_chapter
from storyhold.stories.actions.writing import Draft, save_chapter
from storyhold.stories.models import Chapter, Story
from storyhold.web.parts.kept import TICKET
from tests.cast import make_chapter, make_member, make_story

HELD = "/office/held/"


@pytest.fixture(autouse=True)
def new_work_waits(house_rules):
    house_rules(new_work_waits=True)


@pytest.fixture
def waiting(ada):
    """The first chapter of Ada's new story, which has two."""
    story = publish_story(make_story(author=ada, title="Low Water", chapters=2), by=ada)
    return story.chapters.get(number=1)


@pytest.fixture
def mos(client, mo):
    client.force_login(mo)
    return client


def at(chapter, deed=""):
    return f"{HELD}{chapter.pk}/{deed}"


def words(answer):
    return answer.content.decode()


def yes(chapter, **typed):
    seen = Chapter.objects.get(pk=chapter.pk).revision_number
    return {"seen_revision": str(seen), "trust": "chapter", "letter": ""} | typed


def fresh(chapter):
    return Chapter.objects.select_related("story").get(pk=chapter.pk)


def test_a_moderator_reads_what_waits_and_approves_it(mos, mo, ada, waiting, mail):
    mail("show")
    assert "Low Water" in words(mos.get(HELD))
    page = words(mos.get(at(waiting)))
    assert "The lamp was lit at four." in page
    assert "Dear Ada," in page
    assert "Chapter 1: Part 1 of “Low Water”" in page

    answer = mos.post(at(waiting, "approve/"), yes(waiting, letter="Welcome, *Ada*!"))

    assert answer["Location"] == HELD
    approved = fresh(waiting)
    assert (approved.is_public, approved.story.is_public) == (True, True)
    assert (approved.story.updated_at, approved.story.chapter_count) == (approved.published_at, 1)
    notice = Notice.objects.get(member=ada, kind="approved")
    assert mos.get(notice.path)["Location"] == approved.get_absolute_url()
    letter = Letter.objects.get()
    assert (letter.to, letter.body.strip()) == ("ada@example.org", "Welcome, Ada!")
    assert at(waiting) not in words(mos.get(HELD))
    log = words(mos.get(f"{HELD}decided/"))
    assert "Welcome, <em>Ada</em>!" in log
    assert "Approved" in log


def test_without_a_letter_a_notice_is_all(mos, ada, waiting, mail):
    mail("show")

    mos.post(at(waiting, "approve/"), yes(waiting))

    assert Notice.objects.filter(member=ada, kind="approved").exists()
    assert not Letter.objects.exists()


def test_a_chapter_is_sent_back_with_a_letter_that_stands_beside_its_text(mos, ada, waiting, mail):
    mail("show")

    mos.post(at(waiting, "send-back/"), {"words": "The rating is *missing*."})

    chapter = fresh(waiting)
    assert (chapter.held_at, chapter.is_public, chapter.word_count) == (None, False, 14)
    assert Letter.objects.get().body.strip() == "The rating is missing."
    mos.force_login(ada)
    notice = Notice.objects.get(member=ada, kind="sent_back")
    assert "The rating is <em>missing</em>." in words(mos.get(notice.path))
    mos.post(f"/desk/chapters/{chapter.pk}/publish/")
    assert fresh(chapter).held_at is not None
    assert "missing" not in words(mos.get(notice.path))
    assert not Notice.objects.filter(kind="sent_back").exists()


def test_trust_in_the_story_lets_out_the_rest_of_it(mos, ada, waiting):
    other = publish_story(make_story(author=ada, title="Other"), by=ada)

    mos.post(at(waiting, "approve/"), yes(waiting, trust="story"))

    story = Story.objects.get(title="Low Water")
    assert (story.is_trusted, story.chapter_count) == (True, 2)
    assert not Story.objects.get(pk=other.pk).is_public
    assert publish_chapter(make_chapter(story, author=ada), by=ada).is_public
    assert "Low Water" in words(mos.get(f"{HELD}trusted/"))
    mos.post(f"{HELD}trusted/{story.pk}/end/")
    assert publish_chapter(make_chapter(story, author=ada), by=ada).held_at


def test_trust_in_the_author_lets_out_all_of_theirs_and_nobody_elses(mos, ada, ben, waiting):
    other = publish_story(make_story(author=ada, title="Other"), by=ada)
    bens = publish_story(make_story(author=ben, title="Ben’s"), by=ben)

    mos.post(at(waiting, "approve/"), yes(waiting, trust="author"))

    assert Member.objects.get(pk=ada.pk).is_trusted
    assert Story.objects.get(title="Low Water").chapter_count == 2
    assert Story.objects.get(pk=other.pk).is_public
    assert not Story.objects.get(pk=bens.pk).is_public


def test_a_chapter_that_nobody_signs_is_its_storys_authors(mos, ada, waiting):
    Chapter.objects.update(signed_by=None)

    mos.post(at(waiting, "approve/"), yes(waiting, trust="author"))

    assert Member.objects.get(pk=ada.pk).is_trusted
    assert Story.objects.get().chapter_count == 2


def test_what_was_changed_while_it_was_read_is_read_again(mos, ada, waiting):
    seen = yes(waiting, letter="Fine.")
    save_chapter(waiting, Draft(text="Something else."), by=ada, seen_revision=1)

    answer = mos.post(at(waiting, "approve/"), seen)

    assert answer.status_code == 422
    assert "was changed while you read it" in words(answer)
    assert "Something else." in words(answer)
    assert "Fine." in words(answer)
    assert 'name="seen_revision" value="2"' in words(answer)
    assert fresh(waiting).held_at


def test_what_its_author_has_withdrawn_cannot_be_decided(mos, mo, waiting):
    unpublish_chapter(waiting)

    answer = mos.post(at(waiting, "send-back/"), {"words": "All that I wrote."})

    assert answer.status_code == 404
    assert "All that I wrote." in words(answer)
    with pytest.raises(WaitsNoLonger):
        approve(waiting, by=mo, seen_revision=1)
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("deed", "typed"),
    [
        ("approve/", {"trust": "chapter", "letter": "Kept.", "seen_revision": ""}),
        ("approve/", {"trust": "everybody", "letter": "Kept.", "seen_revision": "1"}),
        ("approve/", {"trust": "chapter", "letter": "Kept." + "x" * 10_000, "seen_revision": "1"}),
        ("send-back/", {"words": "Kept.\0"}),
        ("send-back/", {"words": "Kept." + "x" * 10_000}),
        ("send-back/", {"words": " \n "}),
    ],
)
def test_what_is_typed_wrong_decides_nothing_and_is_kept(mos, waiting, deed, typed):
    answer = mos.post(at(waiting, deed), typed)

    assert answer.status_code == 422
    assert ("Kept." in words(answer)) == ("Kept." in "".join(typed.values()))
    assert fresh(waiting).held_at
    assert not Decision.objects.exists()


def test_a_moderators_letter_outlives_the_sign_in(mos, mo, waiting):
    page = words(mos.get(at(waiting)))
    ticket = page.split(f'name="{TICKET}" value="')[1].split('"')[0]
    mos.logout()

    answer = mos.post(at(waiting, "send-back/"), {TICKET: ticket, "words": "All that I wrote."})

    mos.force_login(mo)
    assert "All that I wrote." in words(mos.get(answer["Location"].split("next=")[1]))


def test_the_letters_are_worded_in_the_house_rules(mos, ada, waiting, house_rules):
    house_rules(approval_letter="Hello {author}: {story}! {nobody}", return_letter="No, {author}.")

    page = words(mos.get(at(waiting)))

    assert "Hello Ada: Low Water! {nobody}" in page
    assert "No, Ada." in page


def test_the_queue_takes_as_many_queries_for_many_chapters(
    mos, waiting, django_assert_max_num_queries
):
    for number in range(5):
        author = make_member(f"Author {number}")
        publish_story(make_story(author=author, title=f"Story {number}"), by=author)

    with django_assert_max_num_queries(10):
        mos.get(HELD)
    with django_assert_max_num_queries(10):
        mos.get(at(waiting))
