"""The parts that pages are put together from."""

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import QueryDict
from django.template.loader import render_to_string

import storyhold.web.parts
from storyhold.archive.models import Archive

pytestmark = pytest.mark.usefixtures("static_files")

TEMPLATES = Path(storyhold.web.parts.__file__).parent / "templates"
ARCHIVE = Archive(name="Lantern Bay")


class Named(SimpleNamespace):
    @property
    def words(self):
        return self.name

    def get_absolute_url(self):
        return f"/named/{self.name}"


class Story(SimpleNamespace):
    def get_absolute_url(self):
        return "/stories/1"


class Chapter(SimpleNamespace):
    def get_absolute_url(self):
        return f"/chapters/{self.number}"


def make_story(**facts):
    kind = SimpleNamespace(key="character", name="Character", name_plural="Characters")
    usual = {
        "title": "The Piano & the Tide",
        "summary_html": "<p>Every <em>spring</em> tide.</p>",
        "rating": SimpleNamespace(name="Teen"),
        "is_complete": False,
        "is_public": True,
        "word_count": 48211,
        "chapter_count": 3,
        "review_count": 1,
        "read_count": 12410,
        "average_rating": 8.7,
        "published_at": datetime(2025, 11, 2, tzinfo=UTC),
        "updated_at": datetime(2026, 10, 30, tzinfo=UTC),
        "language": "en",
        "direction": "ltr",
        "authors_shown": [Named(name="Ada"), Named(name="Ben"), Named(name="Wren")],
        "tags_by_kind": [(kind, [Named(name="Nan"), Named(name="Tam")])],
    }
    return Story(**usual | facts)


def render(part, **context):
    return render_to_string(f"parts/{part}.html", context)


@pytest.mark.parametrize(
    "part", sorted((TEMPLATES / "parts").glob("*.html")), ids=lambda part: part.stem
)
def test_a_part_says_first_what_it_expects(part):
    text = part.read_text()

    is_page = "{% extends" in text or "<!doctype html>" in text
    assert is_page or text.startswith("{# Expects ")


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.stem)
def test_no_template_holds_style_or_script(template):
    text = template.read_text()

    assert " style=" not in text
    assert "<style" not in text
    assert "<script>" not in text
    assert " onclick" not in text


def test_a_blurb_shows_the_story_and_its_facts():
    blurb = render("blurb", story=make_story(), archive=ARCHIVE)

    assert '<a href="/stories/1">The Piano &amp; the Tide</a>' in blurb
    assert "Every <em>spring</em> tide." in blurb
    assert "48,211 words" in blurb
    assert "3/? chapters" in blurb
    assert "12k reads" in blurb
    assert 'aria-label="4½ stars"' in blurb
    assert "English" not in blurb


def test_a_blurb_names_the_language_where_it_is_not_the_archives():
    blurb = render(
        "blurb", story=make_story(language="he", direction="rtl", title="מגדלור"), archive=ARCHIVE
    )

    assert "עברית" in blurb
    assert 'lang="he" dir="rtl"' in blurb


def test_a_blurb_of_a_bare_story_leaves_out_what_there_is_not():
    bare = make_story(
        summary_html="",
        rating=None,
        average_rating=None,
        review_count=0,
        read_count=0,
        tags_by_kind=[],
        authors_shown=[],
        updated_at=None,
    )

    blurb = render("blurb", story=bare, archive=ARCHIVE)

    assert "by an author who has left" in blurb
    for word in ("review", "reads", "stars", "<dl", "None"):
        assert word not in blurb


def test_three_authors_are_joined_as_in_a_sentence():
    byline = render("byline", authors=make_story().authors_shown)

    names = byline.replace("</a>", "").split(">")
    assert "by" in names[1]
    assert ", " in byline
    assert " and " in byline


def test_the_facts_tell_an_update_only_when_there_was_one():
    story = make_story()
    assert "Updated" in render("story_facts", story=story, archive=ARCHIVE)

    story.updated_at = story.published_at
    assert "Updated" not in render("story_facts", story=story, archive=ARCHIVE)


def test_a_pager_keeps_the_rest_of_the_query():
    page = Paginator(range(90), 10).page(4)

    pager = render("pager", page=page, query=QueryDict("letter=M&page=4"))

    assert 'href="?letter=M&amp;page=5"' in pager
    assert pager.count("aria-current") == 1


def test_a_single_page_needs_no_pager():
    assert render("pager", page=Paginator(range(5), 10).page(1), query=QueryDict()).strip() == ""


def test_chapters_can_be_reached_without_a_script():
    chapters = [Chapter(number=n, title="", heading=f"Chapter {n}") for n in (1, 2, 3)]

    nav = render(
        "chapter_nav",
        story=make_story(),
        chapter=chapters[1],
        chapters=chapters,
        previous=chapters[0],
        next=chapters[2],
    )

    assert "<details" in nav
    assert 'href="/chapters/1" rel="prev"' in nav
    assert 'href="/chapters/3" rel="next"' in nav
    assert nav.count('aria-current="page"') == 1


class Reviewing(forms.Form):
    """A form with one field of each sort."""

    words = forms.CharField(widget=forms.Textarea, help_text="Be kind.")
    name = forms.CharField(required=False)
    mood = forms.ChoiceField(choices=[("g", "Good"), ("b", "Bad")], widget=forms.RadioSelect)
    terms = forms.BooleanField(label="I agree")
    rating = forms.ChoiceField(
        choices=[("", ""), *((str(n), str(n)) for n in range(1, 11))], required=False
    )


def test_a_field_is_tied_to_its_help_and_its_error():
    form = Reviewing({"words": ""})

    field = render("field", field=form["words"])

    assert '<label class="field__label" for="id_words">' in field
    assert 'aria-describedby="id_words_helptext id_words_error"' in field
    assert 'id="id_words_helptext"' in field
    assert 'id="id_words_error"' in field
    assert 'aria-invalid="true"' in field
    assert "This field is required." in field


def test_what_may_be_left_out_says_so_in_words():
    form = Reviewing()

    assert "(optional)" in render("field", field=form["name"])
    assert "(optional)" not in render("field", field=form["words"])


def test_a_group_of_buttons_is_a_fieldset_with_a_legend():
    field = render("field", field=Reviewing()["mood"])

    assert "<fieldset" in field
    assert "<legend" in field
    assert "<label" in field


def test_errors_above_the_form_lead_to_the_fields():
    form = Reviewing({"words": "", "mood": "g", "terms": "on"})
    form.add_error(None, "The tide is out.")

    errors = render("form_errors", form=form)

    assert 'role="alert"' in errors
    assert 'href="#id_words"' in errors
    assert "The tide is out." in errors


def test_a_rating_is_chosen_among_ten_halves_or_none():
    empty = render("rating_input", field=Reviewing()["rating"])
    chosen = render("rating_input", field=Reviewing({"rating": "9"})["rating"])

    assert empty.count('type="radio"') == 11
    assert 'value="" checked' in empty
    assert "Half a star" in empty
    assert 'value="9" checked' in chosen
    assert chosen.count(" checked") == 1


def test_a_review_shows_its_answer():
    review = SimpleNamespace(
        pk=7,
        reader_name="Cleo",
        pen_name=None,
        html="<p>More!</p>",
        rating=9,
        created_at=datetime(2026, 10, 31, tzinfo=UTC),
        edited_at=None,
        chapter=None,
        reply=SimpleNamespace(
            html="<p>Soon.</p>",
            pen_name=Named(name="Ada"),
            created_at=datetime(2026, 11, 1, tzinfo=UTC),
        ),
    )

    shown = render("review", review=review)

    assert "(guest)" in shown
    assert "Answer by Ada" in shown
    assert "<p>Soon.</p>" in shown
    assert 'aria-label="4½ stars"' in shown
    assert "stars" not in render("review", review=review, rating_kind="none")
    assert "liked it" in render("review", review=review, rating_kind="likes")


def test_a_comparison_is_told_in_words_too():
    lines = [
        {"kind": "removed", "pieces": [("same", "for "), ("removed", "<why>")]},
        {"kind": "added", "pieces": [("same", "for "), ("added", "whom")]},
        {"kind": "gap", "pieces": []},
    ]

    diff = render("diff", lines=lines)

    assert "Removed:" in diff
    assert "<del>&lt;why&gt;</del>" in diff
    assert "<ins>whom</ins>" in diff


def test_a_confirmation_carries_the_token_it_is_given():
    page = render(
        "confirm",
        title="Delete?",
        sentence="It goes.",
        action="/x",
        button="Delete",
        back="/",
        csrf_token="t0ken",
    )

    assert 'value="t0ken"' in page


def test_a_gate_for_guests_carries_none():
    gate = render("gate", title="Stop", sentence="Why.", action="/x", button="Read", next="/s")

    assert "csrfmiddlewaretoken" not in gate
    assert 'name="next" value="/s"' in gate
