import pytest

from storyhold.stories.models import Story
from storyhold.tags.actions import add_tag
from storyhold.tags.models import Rating, TagKind
from tests.cast import make_pen_name


def html_of(page):
    return page.content.decode()


def test_the_page_asks_for_all_that_a_first_publication_needs(adas):
    html = html_of(adas.get("/desk/new/"))

    for name in ("title", "summary", "language", "rating", "tags_fandom", "tags_genre",
                 "chapter_title", "text", "opening_note", "closing_note"):  # fmt: skip
        assert f'name="{name}"' in html
    assert 'formaction="/desk/new/preview/"' in html
    assert 'formaction="/desk/new/publish/"' in html
    assert html.count("<h1") == 1


def test_a_list_without_words_is_not_offered(adas, typed):
    category = TagKind.objects.get(key="category")
    assert "Categories" not in html_of(adas.get("/desk/new/"))

    assert adas.post("/desk/new/", typed).status_code == 302
    add_tag(category, "Novels")

    assert 'name="tags_category"' in html_of(adas.get("/desk/new/"))


def test_a_draft_is_saved_with_everything(adas, typed):
    fantasy = TagKind.objects.get(key="genre").tags.get(name="Fantasy")
    more = {"summary": "A *short* one.", "tags_genre": [fantasy.pk],
            "tags_fandom": "Pride and Prejudice, Emma,", "chapter_title": "One",
            "opening_note": "For Ben."}  # fmt: skip

    answer = adas.post("/desk/new/", typed | more)

    story = Story.objects.get()
    assert answer.url == f"/desk/stories/{story.pk}/"
    assert not story.is_public
    assert sorted(tag.name for tag in story.tags.all()) == [
        "Emma",
        "Fantasy",
        "Pride and Prejudice",
    ]
    assert "<em>short</em>" in story.summary_html
    chapter = story.chapters.get()
    assert chapter.title == "One"
    assert chapter.revisions.get().source == typed["text"]
    assert "For Ben." in chapter.opening_note_html


def test_the_saved_page_says_who_sees_it(adas, typed):
    html = html_of(adas.post("/desk/new/", typed, follow=True))

    assert "“Low Water” is saved. It is a draft: its authors alone can see it." in html
    assert f'href="{Story.objects.get().get_absolute_url()}">See how it will look</a>' in html


def test_a_story_is_published_in_one_go(adas, typed):
    html = html_of(adas.post("/desk/new/publish/", typed, follow=True))

    story = Story.objects.get()
    assert story.is_public
    assert story.chapters.get().is_public
    assert "“Low Water” is published. Readers see it now." in html


def test_what_the_form_does_not_offer_is_not_taken(adas, typed):
    more = {"is_public": "1", "validated": "1", "is_featured": "1", "featured_at": "2020-01-01"}

    adas.post("/desk/new/", typed | more)

    story = Story.objects.get()
    assert (story.is_public, story.is_featured, story.featured_at) == (False, False, None)


def test_the_preview_shows_what_readers_will_see_and_saves_nothing(adas, typed):
    html = html_of(adas.post("/desk/new/preview/", typed | {"summary": "*Brief*."}))

    assert "<em>You <em>must</em> hear me.</em>" in html
    assert "<em>Brief</em>" in html
    assert html.count("<h1") == 1
    assert "Low Water" in html
    assert 'action="/desk/new/go-on/"' in html
    assert not Story.objects.exists()


def test_the_preview_carries_all_that_was_typed(adas, typed):
    odd = {"text": '  <i>"&amp;</i>\r\n\r\nend  ', "tags_warning": ["1", "2"], "is_complete": "on"}

    page = adas.post("/desk/new/preview/", typed | odd)

    form = page.context["form"]
    hidden = {field.name: field.value() for field in form}
    assert hidden["text"] == odd["text"]
    html = html_of(page)
    assert 'type="hidden" name="is_complete" value="True"' in html
    assert html.count('type="hidden" name="tags_warning"') == 2
    assert 'value="  &lt;i&gt;&quot;&amp;amp;&lt;/i&gt;\r\n\r\nend  "' in html


def test_going_on_after_the_preview_shows_it_in_the_form_again(adas, typed):
    page = adas.post("/desk/new/go-on/", typed)

    assert page.status_code == 200
    assert "*You *must* hear me.*  </textarea>" in html_of(page)
    assert "data-unsaved" in html_of(page)


@pytest.mark.parametrize("address", ["/desk/new/", "/desk/new/preview/", "/desk/new/publish/"])
def test_without_a_title_nothing_is_saved_and_nothing_is_lost(adas, typed, address):
    page = adas.post(address, typed | {"title": " \u200b "})

    assert page.status_code == 422
    assert "A story needs a title." in html_of(page)
    assert "*You *must* hear me.*  </textarea>" in html_of(page)
    assert not Story.objects.exists()


def test_an_empty_text_is_saved_but_not_published(adas, typed):
    assert adas.post("/desk/new/publish/", typed | {"text": " "}).status_code == 422
    assert not Story.objects.exists()

    assert adas.post("/desk/new/", typed | {"text": ""}).status_code == 302
    assert Story.objects.get().chapters.get().word_count == 0


def test_a_rating_has_to_be_chosen_where_there_are_ratings(adas, typed):
    page = adas.post("/desk/new/", typed | {"rating": ""})

    assert page.status_code == 422
    assert "Choose for whom the story is." in html_of(page)


def test_and_not_where_there_are_none(adas, typed):
    Rating.objects.all().delete()

    assert adas.post("/desk/new/", typed | {"rating": ""}).status_code == 302


def test_a_required_kind_is_asked_for_beside_its_field(adas, typed):
    TagKind.objects.filter(key__in=["fandom", "warning"]).update(is_required=True)

    page = adas.post("/desk/new/", typed)

    assert page.status_code == 422
    assert "tags_fandom" in page.context["form"].errors
    assert "tags_warning" in page.context["form"].errors


def test_a_refusal_about_tags_stands_beside_its_field(adas, typed):
    page = adas.post("/desk/new/", typed | {"tags_fandom": ",".join(map(str, range(80)))})

    assert page.status_code == 422
    assert "at most 75" in page.context["form"].errors["tags_fandom"][0]


def test_who_has_several_pen_names_chooses(adas, ada, typed):
    other = make_pen_name(ada, "A. L.")
    assert 'name="signature"' in html_of(adas.get("/desk/new/"))

    adas.post("/desk/new/", typed | {"signature": str(other.pk)})

    assert Story.objects.get().authorships.get().pen_name == other


def test_nobody_signs_with_anothers_name(adas, ada, ben, typed):
    make_pen_name(ada, "A. L.")

    page = adas.post("/desk/new/", typed | {"signature": str(ben.pen_name.pk)})

    assert page.status_code == 422
    assert not Story.objects.exists()


FREE = ["summary", "notes", "tags_fandom", "chapter_title", "text", "opening_note", "closing_note"]
CHOSEN = ["language", "rating", "tags_genre", "is_complete", "format", "signature"]
GARBAGE = {
    "NUL": "x\0y",
    "controls": "\x01\x02\x7f",
    "override": "a\u202eb",
    "1 MB": "ö" * 700_000,
    "tags": "<script>" * 1000,
    "digits": "9" * 5000,
    "comma": ",",
}


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE.keys())
@pytest.mark.parametrize("fields", [["title"], FREE[:3], FREE[3:], CHOSEN])
def test_garbage_is_answered_in_words(adas, ada, typed, fields, garbage):
    make_pen_name(ada, "A. L.")

    answer = adas.post("/desk/new/preview/", typed | dict.fromkeys(fields, garbage))

    assert answer.status_code in (200, 422)
    assert b"<script><script>" not in answer.content


@pytest.mark.parametrize("garbage", GARBAGE.values(), ids=GARBAGE.keys())
def test_garbage_is_saved_or_refused(adas, typed, garbage):
    answer = adas.post("/desk/new/", typed | dict.fromkeys(FREE, garbage))

    assert answer.status_code in (302, 422)
    assert Story.objects.exists() == (answer.status_code == 302)


def test_a_lone_surrogate_is_no_trouble(adas, typed):
    body = "title=%ED%A0%80x&language=en&format=plain&text=%ED%A0%80&rating=" + typed["rating"]

    answer = adas.post("/desk/new/", body, content_type="application/x-www-form-urlencoded")

    assert answer.status_code == 302


def test_a_guest_is_asked_to_sign_in(client, typed):
    for answer in (client.get("/desk/new/"), client.post("/desk/new/publish/", typed)):
        assert answer.status_code == 302
        assert answer.url.startswith("/account/sign-in/")
    assert not Story.objects.exists()


@pytest.mark.parametrize("deed", ["preview", "publish", "go-on"])
def test_the_address_of_a_deed_opened_by_hand_leads_to_the_form(adas, deed):
    assert adas.get(f"/desk/new/{deed}/").url == "/desk/new/"
