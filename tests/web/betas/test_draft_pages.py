import re

import pytest
from django.core.cache import cache
from django.test import Client

from storyhold.betas.actions import answer_note, leave_note, lend
from storyhold.betas.models import Note
from storyhold.stories.reads import write_reads
from tests.cast import make_pen_name, make_story


@pytest.fixture
def story(ada):
    return make_story(author=ada, chapters=2)


@pytest.fixture
def chapter(story):
    return story.chapters.get(number=1)


@pytest.fixture
def here(story, chapter, ada):
    _link, token = lend(story, chapter, by=ada)
    return f"/drafts/{token}/{chapter.pk}/"


def html_of(response):
    return response.content.decode()


def test_an_author_makes_a_link_that_is_shown_once(adas, client, story, chapter):
    page = adas.post(f"/desk/chapters/{chapter.pk}/beta-readers/", {"reader": "Bo"})
    token = re.search(r"/drafts/([\w-]+)/", html_of(page))[1]

    assert "lamp was lit" in html_of(client.get(f"/drafts/{token}/", follow=True))
    later = html_of(adas.get(f"/desk/chapters/{chapter.pk}/beta-readers/"))
    assert "Bo" in later
    assert token not in later


def test_and_withdraws_it(adas, client, story):
    page = adas.post(f"/desk/stories/{story.pk}/beta-readers/", {"reader": ""})
    token = re.search(r"/drafts/([\w-]+)/", html_of(page))[1]
    assert "Part 2" in html_of(client.get(f"/drafts/{token}/"))

    withdraw = re.search(
        r"/desk/draft-links/\d+/withdraw/",
        html_of(adas.get(f"/desk/stories/{story.pk}/beta-readers/")),
    )[0]
    adas.post(withdraw)

    assert client.get(f"/drafts/{token}/").status_code == 404


def test_nobody_keeps_the_page_or_learns_its_address(client, here):
    page = client.get(here)

    assert page["Cache-Control"] == "private, no-store"
    assert page["Referrer-Policy"] == "no-referrer"
    assert "noindex" in page["X-Robots-Tag"]
    assert "csrf" not in html_of(page)
    assert not page.cookies


def test_it_opens_no_other_door(client, story, chapter, here):
    other = story.chapters.get(number=2)
    token = here.split("/")[2]

    assert client.get(f"/drafts/{token}/{other.pk}/").status_code == 404
    assert client.get(story.get_absolute_url()).status_code == 404
    assert client.get(chapter.get_absolute_url()).status_code == 404
    assert client.post(f"/drafts/{token}/{other.pk}/", {"text": "x"}).status_code == 404


@pytest.mark.parametrize("token", ["x", "0" * 32, "x" * 500, "-"])
def test_a_wrong_secret_opens_nothing(client, chapter, token):
    assert client.get(f"/drafts/{token}/").status_code == 404
    assert client.get(f"/drafts/{token}/{chapter.pk}/").status_code == 404


def test_each_paragraph_has_a_way_to_the_form(client, here):
    assert 'href="?paragraph=2#note"' in html_of(client.get(here))

    page = html_of(client.get(here, {"paragraph": "2"}))
    assert "Your note on paragraph 2" in page
    assert 'name="paragraph" value="2"' in page
    assert "You must hear me, she thought." in page


def test_a_guest_leaves_a_note_by_name(client, here):
    answer = client.post(
        here, {"text": "Which lamp?", "paragraph": "1", "guest_name": "Bo", "homepage": ""}
    )

    assert answer.url == f"{here}#p1"
    note = Note.objects.get()
    assert (note.reader_name, note.paragraph) == ("Bo", 1)
    assert "Which lamp?" in html_of(client.get(here))


def test_a_member_signs_with_a_pen_name(bens, ben, here):
    other = make_pen_name(ben, "B. B.")

    bens.post(here, {"text": "Good.", "paragraph": "", "pen_name": str(other.pk)})

    assert Note.objects.get().pen_name == other


def test_a_form_on_another_site_is_refused(here):
    client = Client(enforce_csrf_checks=True)
    typed = {"text": "x", "paragraph": ""}

    refused = client.post(here, typed, headers={"Sec-Fetch-Site": "cross-site"})
    assert refused.status_code == 403
    assert not Note.objects.exists()

    own = {"Sec-Fetch-Site": "same-origin", "Origin": "null"}
    assert client.post(here, typed, headers=own).status_code == 302


def test_what_fills_in_every_field_is_a_program(client, here):
    answer = client.post(here, {"text": "Buy.", "homepage": "https://example.org"})

    assert answer.status_code == 422
    assert "Buy." in html_of(answer)
    assert not Note.objects.exists()


def test_whatever_is_typed_is_answered(client, here, nasty):
    answer = client.post(here, **nasty("text", "paragraph", "guest_name"))

    assert answer.status_code in (302, 422)


@pytest.mark.parametrize("paragraph", ["", "0", "99", "x", "-1", "²", "9" * 100, "\0"])
def test_an_odd_number_means_the_whole_chapter(client, here, paragraph):
    assert "on the whole chapter" in html_of(client.get(here, {"paragraph": paragraph}))

    answer = client.post(here, {"text": "Good.", "paragraph": paragraph})
    assert answer.status_code in (302, 422)
    assert not Note.objects.exclude(paragraph=None).exists()


def test_it_is_no_read(client, story, here):
    client.get(here)

    write_reads()
    story.refresh_from_db()
    assert story.read_count == 0


def test_the_author_sees_notes_beside_the_paragraphs(adas, ada, ben, story, chapter):
    link, _token = lend(story, chapter, by=ada)
    one = leave_note(link, chapter, text="Which lamp?", paragraph=1, by=ben.pen_name)
    leave_note(link, chapter, text="Lovely.")
    desk = f"/desk/chapters/{chapter.pk}/beta-readers/"

    page = html_of(adas.get(desk))
    assert page.index("Lovely.") < page.index("The lamp was lit") < page.index("Which lamp?")
    assert page.index("Which lamp?") < page.index("Nobody came")

    adas.post(f"/desk/beta-notes/{one.pk}/answer/", {"text": "The green one."})
    adas.post(f"/desk/beta-notes/{one.pk}/done/")
    page = html_of(adas.get(desk))
    assert "The green one." in page
    assert "Not done yet" in page

    adas.post(f"/desk/beta-notes/{one.pk}/open/")
    adas.post(f"/desk/beta-notes/{one.pk}/delete/")
    assert "Which lamp?" not in html_of(adas.get(desk))


def test_an_answer_with_nothing_in_it_is_refused(adas, ada, story, chapter):
    link, _token = lend(story, chapter, by=ada)
    note = leave_note(link, chapter, text="Lovely.")

    for typed in ("", "x" * 10_001, "a\0b"):
        answer = adas.post(f"/desk/beta-notes/{note.pk}/answer/", {"text": typed})
        assert answer.status_code == 422


def test_readers_find_their_notes_and_the_answers(bens, ada, ben, story, chapter):
    link, _token = lend(story, chapter, by=ada)
    note = leave_note(link, chapter, text="Which lamp?", paragraph=1, by=ben.pen_name)
    answer_note(note, text="The green one.", by=ada)

    page = html_of(bens.get("/desk/beta-notes/"))

    assert "Which lamp?" in page
    assert "The green one." in page


def test_pages_ask_a_fixed_number_of_questions(
    adas, bens, ada, ben, story, chapter, here, django_assert_max_num_queries
):
    link, _token = lend(story, chapter, by=ada)
    for number in range(15):
        leave_note(link, chapter, text=f"Note {number}.", paragraph=1, by=ben.pen_name)

    with django_assert_max_num_queries(12):
        adas.get(f"/desk/chapters/{chapter.pk}/beta-readers/")
    with django_assert_max_num_queries(12):
        bens.get(here)
    with django_assert_max_num_queries(8):
        bens.get("/desk/beta-notes/")


def test_nobody_makes_links_without_end(adas, story):
    here = f"/desk/stories/{story.pk}/beta-readers/"
    cache.clear()
    for _time in range(60):
        adas.post(here, {"reader": "Bo"})

    one_more = adas.post(here, {"reader": "Bo"})

    assert one_more.status_code == 422
    assert "a lot in a short time" in html_of(one_more)
    assert story.draft_links.count() == 60
