"""A chapter that comes as a file: into the form first, and published only after that."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import escape

from storyhold.stories.actions.writing import MOST_LETTERS
from storyhold.stories.models import Story
from tests.cast import make_story

PLAIN = "The lamp was lit.\r\n\r\n*You *must* hear me.*"
HTML = "<html><head><title>x</title></head><body><p>The lamp\nwas <i>lit</i>.</body></html>"


def html_of(page):
    return page.content.decode()


def named(name, content):
    content = content if isinstance(content, bytes) else content.encode()
    return SimpleUploadedFile(name, content, content_type="application/x-whatever")


@pytest.fixture
def chapter(ada):
    return make_story(author=ada).chapters.get()


@pytest.fixture
def here(chapter):
    return f"/desk/chapters/{chapter.pk}/"


def shown(page, name="text"):
    return page.context["form"][name].value()


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("one.txt", PLAIN, "plain"),
        ("ONE.TXT", "It is <i>late</i>.", "html"),
        ("one.md", "It is *late* & 3 < 4.", "plain"),
        ("one.html", HTML, "html"),
        ("one.htm", "No tag at all.", "html"),
    ],
)
def test_the_file_says_what_it_is_and_fills_the_text(adas, here, name, content, form):
    page = adas.post(here + "go-on/", {"text": "", "file": named(name, content)})

    assert page.status_code == 200
    assert (shown(page), shown(page, "format")) == (content, form)
    assert f"The text of “{name}” is in the form now." in html_of(page)
    assert "data-unsaved" in html_of(page)


@pytest.mark.parametrize("button", ["", "preview/", "save-and-publish/"])
def test_whichever_button_is_pressed_nothing_is_saved_before_it_was_seen(
    adas, chapter, here, button
):
    page = adas.post(here + button, {"text": "", "revision": "1", "file": named("a.txt", PLAIN)})

    chapter.refresh_from_db()
    assert shown(page) == PLAIN
    assert (chapter.revision_number, chapter.is_public) == (1, False)


def test_it_is_saved_as_it_was_brought(adas, chapter, here):
    page = adas.post(here + "go-on/", {"revision": "1", "file": named("a.txt", PLAIN)})
    adas.post(here, {name: shown(page, name) or "" for name in page.context["form"].fields})

    assert chapter.revisions.get(number=2).source == PLAIN


def test_what_stood_there_is_given_back_once_more(adas, here):
    first = adas.post(here + "go-on/", {"text": "By hand.", "file": named("a.txt", "One.")})
    typed = {"text": shown(first), "text_before": shown(first, "text_before")}
    second = adas.post(here + "go-on/", {**typed, "file": named("b.txt", "Two.")})
    before = shown(second, "text_before")
    preview = adas.post(here + "preview/", {"format": "plain", "text_before": before})

    assert "What stood there before" in html_of(first)
    assert before == "One.\n\nBy hand."
    assert "By hand." in html_of(preview)
    assert "What stood there before" not in html_of(adas.get(here))


def test_a_story_may_begin_with_a_file(adas, typed):
    page = adas.post(
        "/desk/new/publish/", typed | {"title": "", "text": "", "file": named("a.txt", "Lit.")}
    )

    assert (page.status_code, shown(page)) == (200, "Lit.")
    assert not page.context["form"].errors  # nobody was asked for a title yet
    assert not Story.objects.exists()


def test_what_was_typed_beside_it_stays(adas, chapter, here):
    new = f"/desk/stories/{chapter.story_id}/chapters/new/"
    page = adas.post(
        new + "go-on/",
        {"chapter_title": "Dawn", "closing_note": "Ta.", "file": named("a.txt", "x")},
    )

    assert (shown(page, "chapter_title"), shown(page, "closing_note")) == ("Dawn", "Ta.")


def test_an_old_file_in_the_language_of_the_story(adas, typed):
    russian = "Лампа горела."
    page = adas.post(
        "/desk/new/go-on/",
        typed | {"language": "ru", "file": named("a.txt", russian.encode("cp1251"))},
    )

    assert shown(page) == russian
    assert "it was read as cp1251" in html_of(page)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("one.docx", b"PK\3\4\0\0", "“one.docx” is neither plain text (.txt) nor HTML (.html)."),
        ("one", "Words.", "is neither plain text"),
        ("<b>.pdf", b"%PDF", "“<b>.pdf” is neither plain text"),
        ("one.txt", b"PK\3\4\0\0", "is not a text that we can read"),
        ("one.txt", b"\xff\xfe\0\0o\0\0\0", "is not a text that we can read"),
        ("one.txt", b"", "has no text in it"),
        ("one.html", " \n\t ", "has no text in it"),
        ("one.txt", "x" * (MOST_LETTERS + 1), "a chapter holds 2,000,000"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence_and_nothing_is_lost(
    adas, here, name, content, sentence
):
    page = adas.post(
        here + "preview/", {"text": "By hand.", "format": "plain", "file": named(name, content)}
    )

    assert page.status_code == 422
    assert escape(sentence) in html_of(page)
    assert shown(page) == "By hand."


def test_a_name_is_no_code(adas, here):
    page = html_of(adas.post(here + "go-on/", {"file": named("<script>.txt", "Words.")}))

    assert re.search("“&lt;script&gt;.txt”", page)
