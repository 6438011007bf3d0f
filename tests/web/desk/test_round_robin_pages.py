import pytest

from storyhold.reviews.actions.writing import write_review
from storyhold.stories.actions.round_robins import close_round_robin, open_round_robin
from storyhold.stories.models import Chapter, Story
from tests.cast import change_rules, make_chapter, make_member, make_pen_name, make_story


@pytest.fixture
def story(ada):
    story = make_story(author=ada, public=True, title="The Umbrella")
    open_round_robin(story)
    return story


@pytest.fixture
def new(story):
    return f"/desk/stories/{story.pk}/chapters/new/"


@pytest.fixture
def words():
    return {"chapter_title": "Rain", "text": "It rained.", "format": "plain"}


@pytest.fixture
def coras():
    from django.test import Client

    client = Client()
    client.force_login(make_member("Cora"))
    return client


def html_of(response):
    return response.content.decode()


def test_an_author_opens_a_story_to_all_and_closes_it(adas, story):
    here = f"/desk/stories/{story.pk}/"
    assert "Contribute a chapter" in html_of(adas.get(story.get_absolute_url()))

    adas.post(f"{here}close-to-others/")
    assert "Contribute a chapter" not in html_of(adas.get(story.get_absolute_url()))

    assert "Make it a round robin" in html_of(adas.get(here))
    adas.post(f"{here}open-to-all/")
    assert Story.objects.get().is_round_robin


def test_where_the_archive_has_none_there_is_no_button(adas, story):
    close_round_robin(story)
    change_rules(round_robins_allowed=False)
    here = f"/desk/stories/{story.pk}/"

    assert "Make it a round robin" not in html_of(adas.get(here))
    assert "no round robins" in html_of(adas.post(f"{here}open-to-all/", follow=True))


def test_three_members_write_it(adas, bens, coras, story, new, words):
    bens.post(f"{new}publish/", words)
    coras.post(f"{new}publish/", words | {"chapter_title": "Wind"})

    page = html_of(adas.get(story.get_absolute_url()))
    assert "with chapters" in page
    assert page.index("Ben</bdi>") < page.index("Cora</bdi>")
    assert "This chapter is by" in html_of(adas.get(f"/stories/{story.pk}/chapters/2/"))
    assert "Contribute" not in html_of(adas.get(f"/stories/{story.pk}/chapters/2/"))
    assert "Contribute" in html_of(adas.get(f"/stories/{story.pk}/chapters/3/"))


def test_a_guest_is_asked_to_sign_in(client, story, new):
    assert new in html_of(client.get(story.get_absolute_url()))
    assert client.get(new).url == f"/account/sign-in/?next={new}"


def test_a_contributor_writes_as_at_any_desk(bens, ben, story, new, words):
    assert "stays yours" in html_of(bens.get(new))
    assert "It rained." in html_of(bens.post(f"{new}preview/", words))
    bens.post(new, words)

    draft = Chapter.objects.get(title="Rain")
    assert story.title in html_of(bens.get("/desk/"))
    assert "Rain" in html_of(bens.get(f"/desk/stories/{story.pk}/"))
    for page in ("", "revisions/", "delete/", "give-back/"):
        assert bens.get(f"/desk/chapters/{draft.pk}/{page}").status_code == 200

    bens.post(f"/desk/chapters/{draft.pk}/publish/")
    bens.post(f"/desk/chapters/{draft.pk}/", words | {"text": "It poured.", "revision": "1"})
    draft.refresh_from_db()
    assert draft.is_public
    assert "poured" in draft.text.html


def test_with_one_of_several_names(bens, ben, new, words):
    other = make_pen_name(ben, "B. B.")
    assert 'name="signature"' in html_of(bens.get(new))

    bens.post(new, words | {"signature": str(other.pk)})

    assert Chapter.objects.get(title="Rain").signed_by == other


def test_and_nothing_else_of_the_story_is_theirs(bens, ben, story, new, words):
    bens.post(f"{new}publish/", words)
    first = story.chapters.get(number=1)
    mine = story.chapters.get(number=2)

    for deed in (
        "",
        "publish/",
        "unpublish/",
        "move/",
        "delete/",
        "give-back/",
        "save-and-publish/",
    ):
        assert bens.post(f"/desk/chapters/{first.pk}/{deed}", words).status_code == 404
    for deed in ("details/", "unpublish/", "complete/", "delete/", "authors/", "close-to-others/"):
        assert bens.post(f"/desk/stories/{story.pk}/{deed}", words).status_code == 404
    assert bens.post(f"/desk/chapters/{mine.pk}/move/", {"number": "1"}).status_code == 404


def test_nor_is_theirs_the_starters(adas, ben, story):
    theirs = make_chapter(story, author=ben, public=True, title="Rain")
    page = html_of(adas.get(f"/desk/stories/{story.pk}/"))
    assert f"/desk/chapters/{theirs.pk}/give-back/" in page
    assert f"/desk/chapters/{theirs.pk}/revisions/" not in page

    for deed in ("", "publish/", "unpublish/", "delete/", "save-and-publish/", "preview/"):
        assert adas.post(f"/desk/chapters/{theirs.pk}/{deed}", {"text": "x"}).status_code == 404
    adas.post(f"/desk/chapters/{theirs.pk}/move/", {"number": "1"})
    theirs.refresh_from_db()
    assert theirs.number == 1


def test_the_starter_gives_a_chapter_back(adas, bens, ben, story):
    theirs = make_chapter(story, author=ben, public=True, title="Rain")
    assert "back to Ben" in html_of(adas.get(f"/desk/chapters/{theirs.pk}/give-back/"))

    adas.post(f"/desk/chapters/{theirs.pk}/give-back/")

    assert "Rain" not in html_of(adas.get(story.get_absolute_url()))
    assert "Rain" in html_of(bens.get("/desk/"))
    assert bens.get(f"/desk/chapters/{theirs.pk}/").status_code == 200


def test_closed_while_it_was_typed_it_is_kept_as_a_draft(bens, story, new, words):
    bens.post(new, words)
    draft = Chapter.objects.get(title="Rain")
    close_round_robin(story)

    page = html_of(bens.post(f"/desk/chapters/{draft.pk}/publish/", follow=True))
    assert "takes no new chapters now" in page

    typed = words | {"text": "It poured.", "revision": "1"}
    bens.post(f"/desk/chapters/{draft.pk}/save-and-publish/", typed)
    draft.refresh_from_db()
    assert not draft.is_public
    assert "poured" in draft.text.html
    assert bens.post(new, words).status_code == 404


def test_the_writer_answers_reviews_of_their_chapter(adas, bens, ben, story):
    theirs = make_chapter(story, author=ben, public=True)
    review = write_review(theirs, by=make_member("Cora").pen_name, text="Yes.", rating=8)
    other = write_review(
        story.chapters.get(number=1), by=make_member("Dan").pen_name, text="No.", rating=2
    )
    assert f"/reviews/{review.pk}/reply/" in html_of(bens.get(theirs.get_absolute_url()))
    assert f"/reviews/{review.pk}/reply/" in html_of(adas.get(theirs.get_absolute_url()))

    bens.post(f"/reviews/{review.pk}/reply/", {"text": "Thank you."})

    review.refresh_from_db()
    assert review.reply.pen_name == ben.pen_name
    assert bens.post(f"/reviews/{other.pk}/reply/", {"text": "x"}).status_code == 404
    assert 'name="text"' not in html_of(bens.get(theirs.get_absolute_url()))


def test_the_starter_does_not_learn_of_a_draft(adas, bens, story, new, words):
    bens.post(new, words)

    for page in ("/desk/", f"/desk/stories/{story.pk}/", story.get_absolute_url()):
        shown = html_of(adas.get(page))
        assert "Rain" not in shown
        assert "2 chapters" not in shown


def test_an_outsider_may_not_publish_into_a_story_taken_back(bens, adas, story, new, words):
    bens.post(new, words)
    draft = Chapter.objects.get(title="Rain")
    adas.post(f"/desk/stories/{story.pk}/unpublish/")

    bens.post(f"/desk/chapters/{draft.pk}/publish/")

    assert not Story.objects.get().is_public


def test_pages_of_a_round_robin_ask_few_questions(
    bens, adas, ben, story, django_assert_max_num_queries
):
    for number in range(12):
        make_chapter(story, author=make_member(f"Writer {number}"), public=True)

    with django_assert_max_num_queries(12):
        adas.get(f"/desk/stories/{story.pk}/")
    with django_assert_max_num_queries(10):
        bens.get(story.get_absolute_url())
    with django_assert_max_num_queries(8):
        bens.get(story.chapters.get(number=3).get_absolute_url())
