import pytest

from storyhold.stories.actions.trash import delete_chapter
from storyhold.stories.actions.writing import Draft, save_chapter
from tests.cast import make_chapter, make_story


def html_of(page):
    return page.content.decode()


@pytest.fixture
def story(ada):
    return make_story(author=ada, chapters=2)


@pytest.fixture
def chapter(story):
    return story.chapters.get(number=1)


@pytest.fixture
def here(chapter):
    return f"/desk/chapters/{chapter.pk}/"


def text(words, revision="1", **more):
    return {"text": words, "format": "plain", "revision": revision, **more}


def test_the_form_shows_the_source_as_it_was_typed(adas, ada, chapter, here):
    save_chapter(chapter, Draft(text="\n <b>&  \n", format="html"), by=ada, seen_revision=1)

    page = adas.get(here)

    # A browser drops the first line break of a textarea; the second is the author's.
    assert "data-text>\n\n &lt;b&gt;&amp;  \n</textarea>" in html_of(page) or (
        ">\n\n &lt;b&gt;&amp;  \n</textarea>" in html_of(page)
    )
    assert 'name="format" value="html"' in html_of(page)
    assert page.context["form"]["revision"].value() == "2"


def test_saving_makes_a_revision_and_stays_in_the_form(adas, chapter, here):
    answer = adas.post(here, text("Anew.", chapter_title="Dawn"), follow=True)

    assert answer.redirect_chain[-1][0] == here
    assert "Chapter 1: Dawn is saved. It is a draft" in html_of(answer)
    assert chapter.revisions.get(number=2).source == "Anew."


def test_saving_what_was_not_changed_makes_no_revision(adas, chapter, here):
    adas.post(here, text("Anew."))
    adas.post(here, text("Anew."))

    assert chapter.revisions.count() == 2


def test_the_browser_is_told_that_its_copy_is_not_needed_any_more(adas, ada, here):
    answer = adas.post(here, text("Anew."))

    kept = answer.cookies["storyhold_saved"]
    assert kept.value == f"{ada.pk}%3A%2Fdesk%2Fchapters%2F{here.split('/')[3]}%2F"
    assert kept["path"] == "/desk/"


def test_saving_and_publishing(adas, story, chapter, here):
    html = html_of(adas.post(here + "save-and-publish/", text("Anew."), follow=True))

    chapter.refresh_from_db()
    story.refresh_from_db()
    assert chapter.is_public
    assert story.is_public
    assert "is published. Readers see it now." in html


def test_the_preview_is_the_readers_page(adas, chapter, here):
    html = html_of(adas.post(here + "preview/", text("*A *B* C*", opening_note="_Hush_")))

    assert "<em>A <em>B</em> C</em>" in html
    assert "<em>Hush</em>" in html
    assert 'type="hidden" name="revision" value="1"' in html
    assert f'formaction="{here}save-and-publish/"' in html
    chapter.refresh_from_db()
    assert chapter.revision_number == 1


def test_a_public_chapter_offers_no_second_publication(adas, ada):
    chapter = make_story(author=ada, public=True).chapters.get()

    html = html_of(adas.get(f"/desk/chapters/{chapter.pk}/"))

    assert "save-and-publish" not in html
    assert "What you save is seen by readers at once." in html


def test_the_second_tab_is_told_and_keeps_its_text(adas, chapter, here):
    adas.post(here, text("The other tab wrote this."))

    page = adas.post(here, text("This tab wrote that."))

    assert page.status_code == 409
    html = html_of(page)
    assert "This tab wrote that.</textarea>" in html
    assert "was saved elsewhere at" in html
    assert "<del>The</del><ins>This</ins>" in html
    assert 'name="revision" value="2"' in html
    assert chapter.revisions.count() == 2


def test_saving_again_then_overwrites_knowingly(adas, chapter, here):
    adas.post(here, text("The other tab."))
    page = adas.post(here, text("This tab."))

    form = page.context["form"]
    adas.post(here, text(form["text"].value(), revision=form["revision"].value()))

    assert chapter.revisions.get(number=3).source == "This tab."
    assert chapter.revisions.get(number=2).source == "The other tab."


@pytest.mark.parametrize("revision", ["", "x", "-1", "9" * 30, "١", "0"])
def test_a_revision_number_that_is_none_overwrites_nothing(adas, chapter, here, revision):
    page = adas.post(here, text("Anew.", revision=revision))

    assert page.status_code == 409
    assert chapter.revisions.count() == 1


def test_a_public_chapter_left_empty_is_refused(adas, ada):
    chapter = make_story(author=ada, public=True).chapters.get()

    page = adas.post(f"/desk/chapters/{chapter.pk}/", text("  "))

    assert page.status_code == 422
    assert "cannot be left without a word" in html_of(page)


def test_a_text_that_no_page_can_carry_is_given_back_whole(adas, here, monkeypatch):
    monkeypatch.setattr("storyhold.stories.actions.writing.MOST_LETTERS", 10)

    for address in (here, here + "preview/", here + "save-and-publish/"):
        page = adas.post(address, text("x" * 11))

        assert page.status_code == 422
        assert "Divide it into several chapters" in html_of(page)
        assert "x" * 11 + "</textarea>" in html_of(page)


@pytest.mark.parametrize("title", ["x" * 251, "\U0001d160" * 250])
def test_a_title_too_long_as_it_would_be_kept_is_refused(adas, here, title):
    assert adas.post(here, text("A", chapter_title=title)).status_code == 422


def test_a_long_note_is_refused_with_a_sentence(adas, here):
    page = adas.post(here, text("A", opening_note="n" * 100_001))

    assert page.status_code == 422
    assert "100001 characters" in html_of(page)


def test_a_text_with_nul_is_given_back(adas, here):
    page = adas.post(here, text("be\0fore"))

    assert page.status_code == 422
    assert "cannot be kept" in html_of(page)


def test_a_new_chapter_goes_to_the_end(adas, story):
    answer = adas.post(f"/desk/stories/{story.pk}/chapters/new/", text("Third."))

    assert answer.status_code == 302
    third = story.chapters.get(number=3)
    assert third.revisions.get().source == "Third."
    assert not third.is_public


def test_a_new_chapter_published_at_once(adas, story):
    adas.post(f"/desk/stories/{story.pk}/chapters/new/publish/", text("Third."))

    assert story.chapters.get(number=3).is_public


def test_an_empty_new_chapter_is_not_published_and_not_half_saved(adas, story):
    page = adas.post(f"/desk/stories/{story.pk}/chapters/new/publish/", text(" "))

    assert page.status_code == 422
    assert story.chapters.count() == 2


def test_the_preview_of_a_new_chapter_has_its_number(adas, story):
    html = html_of(adas.post(f"/desk/stories/{story.pk}/chapters/new/preview/", text("Third.")))

    assert "Chapter 3" in html
    assert story.chapters.count() == 2


def test_another_member_finds_nothing_to_write_on(bens, story, chapter, here):
    for address in (here, here + "preview/", here + "go-on/", here + "save-and-publish/"):
        assert bens.post(address, text("Mine now.")).status_code == 404
    assert bens.get(here).status_code == 404
    assert bens.get(f"/desk/stories/{story.pk}/chapters/new/").status_code == 404
    assert chapter.revisions.count() == 1


def test_a_moderator_neither(client, mo, here):
    client.force_login(mo)

    assert client.get(here).status_code == 404


def test_a_chapter_deleted_meanwhile_gives_the_text_back(adas, chapter, here):
    delete_chapter(chapter)

    page = adas.post(here, text("Written while it went.", opening_note="And a note."))

    assert page.status_code == 404
    assert "Written while it went.</textarea>" in html_of(page)
    assert "And a note.</textarea>" in html_of(page)


def test_a_draft_chapter_is_announced_as_one(adas, ada):
    story = make_story(author=ada, public=True)
    chapter = make_chapter(story, author=ada)

    html = html_of(adas.post(f"/desk/chapters/{chapter.pk}/", text("More."), follow=True))

    assert "It is a draft: its authors alone can see it." in html
