import pytest

from storyhold.stories.actions.writing import Draft, save_chapter
from tests.cast import make_story


@pytest.fixture
def chapter(ada):
    chapter = make_story(
        author=ada, text="The lamp was lit at four.\n\nNobody came."
    ).chapters.get()
    second = Draft(title="Dusk", text="The lamp was lit at *five.*\n\nNobody came.")
    return save_chapter(chapter, second, by=ada, seen_revision=1)


@pytest.fixture
def here(chapter):
    return f"/desk/chapters/{chapter.pk}/revisions/"


def test_the_list_says_when_by_whom_and_how_many_words(adas, here):
    html = adas.get(here).content.decode()

    assert f'href="{here}1/"' in html
    assert f'href="{here}2/"' in html
    assert "<td>you</td>" in html
    assert '<td class="number">8</td>' in html


def test_a_co_author_is_called_by_the_name_they_sign_with(bens, ben, chapter, here):
    from storyhold.stories.actions.authorship import accept_co_authorship, invite_co_author

    accept_co_authorship(invite_co_author(chapter.story, name="Ben"))

    assert "<td>Ada</td>" in bens.get(here).content.decode()


def test_the_list_never_pulls_texts(adas, here, django_assert_max_num_queries):
    with django_assert_max_num_queries(9) as queries:
        adas.get(here)

    assert not any('source_packed"' in query["sql"] for query in queries)


def test_one_revision_is_read_as_it_was(adas, here):
    html = adas.get(f"{here}1/").content.decode()

    assert "lit at four." in html
    assert "Make this the newest version" in html
    assert "Nobody came.</textarea>" in html


def test_two_are_compared(adas, here):
    html = adas.get(f"{here}compare/", {"from": "1", "to": "2"}).content.decode()

    assert "<del>four</del>" in html
    assert "<ins>five</ins>" in html
    assert "<ins>Dusk</ins>" in html


def test_a_change_of_emphasis_alone_is_named(adas, ada, chapter, here):
    third = Draft(title="Dusk", text="The lamp was lit at five.\n\nNobody came.")
    save_chapter(chapter, third, by=ada, seen_revision=2)

    html = adas.get(f"{here}compare/", {"from": "2", "to": "3"}).content.decode()

    assert "Italics, bold or the like have changed here." in html


def test_one_compared_with_itself_is_the_same(adas, here):
    html = adas.get(f"{here}compare/", {"from": "2", "to": "2"}).content.decode()

    assert "The two are the same" in html


def test_an_old_one_is_made_the_newest(adas, chapter, here):
    html = adas.post(f"{here}1/restore/", follow=True).content.decode()

    assert "again as it was in version 1" in html
    chapter.refresh_from_db()
    assert chapter.revision_number == 3


@pytest.mark.parametrize("number", ["", "x", "0", "3", "-1", "9" * 40, "\0", "²"])
def test_there_is_no_such_revision(adas, here, number):
    assert adas.get(f"{here}compare/", {"from": "1", "to": number}).status_code == 404
    assert adas.get(f"{here}compare/", {"from": number, "to": "1"}).status_code == 404


def test_there_is_no_such_page(adas, here):
    assert adas.get(f"{here}3/").status_code == 404
    assert adas.get(f"{here}999999999999999999/").status_code == 404
    assert adas.get(f"{here}compare/").status_code == 404


def test_revisions_are_not_for_others(bens, client, here):
    for address in ("", "1/", "compare/?from=1&to=2"):
        assert bens.get(here + address).status_code == 404
        assert client.get(here + address).status_code == 302
    assert bens.post(f"{here}1/restore/").status_code == 404
