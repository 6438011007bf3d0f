"""Files to take along pass through the doors of the pages."""

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from threading import Barrier
from typing import IO
from zipfile import ZipFile

import pytest
from django.test import Client

from storyhold.archive.models import Download
from storyhold.exporters.book import Book
from storyhold.exporters.kept import kept_file
from storyhold.exporters.known import FORMATS, Format
from storyhold.reading.actions.shelving import put_on_shelf
from storyhold.reading.models import Shelf
from storyhold.series.actions import add_story, create_series
from storyhold.stories.actions.trash import delete_story
from storyhold.stories.actions.writing import Draft, save_chapter
from storyhold.stories.models import Story
from storyhold.stories.reads import write_reads
from storyhold.tags.models import Rating
from tests.cast import make_chapter, make_member, make_story
from tests.exporters.books import a_book, a_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("archive")]


@pytest.fixture
def ada():
    return make_member("Ada")


def signed_in(member) -> Client:
    client = Client()
    client.force_login(member)
    return client


def address(story: Story, form: str = "epub") -> str:
    return f"/stories/{story.pk}/download.{form}"


@dataclass
class Answer:
    """What came, with its file read to the end."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def chapters(self) -> list[str]:
        names = ZipFile(BytesIO(self.body)).namelist()
        return [name for name in names if "chapter" in name]


def ask(client: Client, address: str, **headers: str) -> Answer:
    answer = client.get(address, headers=headers)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return Answer(answer.status_code, answer.headers, body)


def test_a_guest_takes_a_public_story_along(client, ada):
    story = make_story(author=ada, title='Low: "Water"', public=True, chapters=2)
    make_chapter(story, author=ada, title="Not yet")

    answer = ask(client, address(story))

    assert answer.status == 200
    assert answer.headers["Content-Type"] == "application/epub+zip"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="Ada - Low Water.epub"'
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "Set-Cookie" not in answer.headers
    assert answer.chapters == ["EPUB/chapter-1.xhtml", "EPUB/chapter-2.xhtml"]


def test_its_name_may_be_of_any_script(client, ada):
    story = make_story(author=ada, title="Заявление", public=True)

    name = ask(client, address(story)).headers["Content-Disposition"]

    assert name.startswith("attachment; filename*=utf-8''Ada%20-%20%D0%97")


def test_authors_take_their_drafts_along_and_nobody_else_does(client, ada):
    story = make_story(author=ada, chapters=2)

    assert client.get(address(story)).status_code == 404
    assert signed_in(make_member("Ben")).get(address(story)).status_code == 404
    assert len(ask(signed_in(ada), address(story)).chapters) == 2


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("gate", ["must_accept_warning", "must_confirm_age", "must_sign_in"])
def test_no_format_goes_around_a_gate(client, ada, gate, form):
    rating = Rating.objects.create(name="Gated", position=9, **{gate: True})
    story = make_story(author=ada, public=True, rating=rating)

    answer = client.get(address(story, form))

    assert answer.status_code == 403
    assert b"lamp was lit" not in answer.content
    if gate != "must_sign_in":
        client.post(f"/stories/{story.pk}/gate/", {"next": address(story, form)})
        assert ask(client, address(story, form)).status == 200


def test_what_is_in_the_trash_or_empty_is_not_to_be_had(client, ada):
    deleted = make_story(author=ada, public=True)
    delete_story(deleted)

    assert client.get(address(deleted)).status_code == 404
    assert signed_in(ada).get(address(make_story(author=ada, chapters=0))).status_code == 404


def test_the_archive_offers_the_formats_it_wants(client, ada, house_rules):
    story = make_story(author=ada, public=True)
    assert b"download.epub" in client.get(f"/stories/{story.pk}/").content

    house_rules(downloads=[])

    assert client.get(address(story)).status_code == 404
    assert client.get(address(story, "exe")).status_code == 404
    assert b"download." not in client.get(f"/stories/{story.pk}/").content


def test_it_counts_as_a_read_of_the_whole_story(client, ada):
    story = make_story(author=ada, public=True, chapters=2)

    ask(client, address(story))
    write_reads()

    story.refresh_from_db()
    assert story.read_count == 1


def test_who_has_it_is_not_sent_it_again_until_it_changes(client, ada):
    story = make_story(author=ada, public=True)
    has = {"If-None-Match": ask(client, address(story)).headers["ETag"]}
    assert ask(client, address(story), **has).status == 304

    chapter = story.chapters.get()
    save_chapter(chapter, Draft(text="*Changed.*"), by=ada, seen_revision=chapter.revision_number)

    after = ask(client, address(story), **has)
    assert after.status == 200
    assert b"Changed" in ZipFile(BytesIO(after.body)).read("EPUB/chapter-1.xhtml")


def test_a_series_holds_what_this_reader_may_see_behind_one_gate_after_the_other(client, ada):
    warned = Rating.objects.create(name="Warned", position=8, must_accept_warning=True)
    hidden = Rating.objects.create(name="Hidden", position=9, must_sign_in=True)
    series = create_series(title="Tides", summary="", mode="closed", by=ada.pen_name)
    for title, rating in (("One", None), ("Two", warned), ("Three", hidden)):
        story = make_story(author=ada, title=title, public=True, rating=rating)
        add_story(series, story, by=ada.pen_name)
        if rating == warned:
            gated = story
    here = f"/series/{series.pk}/download.epub"

    assert client.get(here).status_code == 403
    client.post(f"/stories/{gated.pk}/gate/", {"next": here})
    taken = ask(client, here)

    assert taken.headers["Content-Disposition"] == 'attachment; filename="Ada - Tides.epub"'
    assert taken.chapters == ["EPUB/story-1-chapter-1.xhtml", "EPUB/story-2-chapter-1.xhtml"]
    assert f"{here}".encode() in client.get(f"/series/{series.pk}/").content


def test_a_shelf_is_its_members_alone(client, ada):
    for title in ("One", "Two"):
        put_on_shelf(make_story(author=ada, title=title, public=True), Shelf.LATER, by=ada)
    here = "/reading/later/download.epub"

    assert len(ask(signed_in(ada), here).chapters) == 2
    assert client.get(here).status_code == 302
    assert signed_in(make_member("Ben")).get(here).status_code == 404
    assert signed_in(ada).get("/reading/nowhere/download.epub").status_code == 404
    assert here.encode() in signed_in(ada).get("/reading/later/").content


@pytest.fixture
def folder(tmp_path, settings) -> Path:
    settings.DATA = tmp_path
    return tmp_path / "downloads"


def test_of_many_who_ask_at_once_one_has_it_made(folder):
    made = []

    def write(_book: Book, file: IO[bytes], *, made_at: object) -> None:
        made.append(made_at)
        file.write(b"A book")

    form = Format(Download.EPUB, "", write)
    book = a_book(a_story("<p>A</p>"))
    together = Barrier(4)

    def ask(_reader: int) -> bytes:
        together.wait()
        return kept_file(book, form).read_bytes()

    with ThreadPoolExecutor(4) as readers:
        got = list(readers.map(ask, range(4)))

    assert got == [b"A book"] * 4
    assert len(made) == 1


def test_what_nobody_asks_for_goes_when_the_folder_is_full(folder, monkeypatch):
    monkeypatch.setattr("storyhold.exporters.kept.MOST_BYTES", 25)

    def write(_book: Book, file: IO[bytes], *, made_at: object) -> None:
        file.write(b"ten bytes.")

    form = Format(Download.EPUB, "", write)
    books = [a_book(a_story(f"<p>{number}</p>")) for number in range(3)]

    first, second = kept_file(books[0], form), kept_file(books[1], form)
    for long_ago, file in enumerate((first, second)):
        os.utime(file, (long_ago, long_ago))
    kept_file(books[0], form)
    third = kept_file(books[2], form)

    assert [file.exists() for file in (first, second, third)] == [True, False, True]


def test_a_book_that_could_not_be_written_leaves_nothing_behind(folder):
    def write(_book: Book, file: IO[bytes], *, made_at: object) -> None:
        file.write(b"Half a")
        raise OSError("The disk is full")

    with pytest.raises(OSError, match="full"):
        kept_file(a_book(a_story("<p>A</p>")), Format(Download.EPUB, "", write))

    assert [file.suffix for file in folder.iterdir()] == [".lock"]
