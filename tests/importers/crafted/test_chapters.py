"""Chapters: their places, those of 1.x that share numbers with stories, and what waited."""

import pytest

from storyhold.importers.models import OldPlace
from storyhold.stories.models import Chapter, Story
from tests.importers.crafted.rows import small
from tests.importers.dumps import author, chapter, mysqldump, story

pytestmark = pytest.mark.once


def numbers(of):
    return list(Chapter.objects.filter(story=of).values_list("pk", "number"))


def test_repeated_and_missing_places_are_counted_anew_and_old_links_still_lead(arrive, client):
    arrived = arrive(
        small(
            stories=[story(1, 2)],
            chapters=[
                chapter(5, 1, 2, inorder=1), chapter(9, 1, 2, inorder=2),
                chapter(7, 1, 2, inorder=1), chapter(8, 1, 2, inorder=6),
            ],
            inseries=[], reviews=[],
        )
    )  # fmt: skip

    assert numbers(1) == [(5, 1), (7, 2), (9, 3), (8, 4)]
    assert "1, 1, 2, 6" in arrived.said("chapters renumbered")["5"]
    assert set(OldPlace.objects.values_list("place", "chapter")) == {(1, 5), (1, 7), (2, 9), (6, 8)}
    answer = client.get("/viewstory.php?sid=1&amp;chapter=2")
    assert (answer.status_code, answer["Location"]) == (
        301, Chapter.objects.get(pk=9).get_absolute_url(),
    )  # fmt: skip


def test_a_chapter_that_has_the_number_of_a_story_is_another_thing(arrive, client):
    """As in archives that began with 1.x, where stories and chapters were numbered together."""
    arrive(
        small(
            stories=[story(1, 2), story(3, 1)],
            chapters=[
                chapter(1, 1, 2), chapter(2, 1, 2, inorder=2), chapter(3, 3, 1),
            ],
            inseries=[],
        )
    )  # fmt: skip

    chapters = {each.pk: each for each in Chapter.objects.all()}
    assert client.get("/viewstory.php?sid=3")["Location"] == "/stories/3/"
    assert client.get("/viewstory.php?sid=2&i=1")["Location"] == chapters[2].get_absolute_url()
    assert client.get("/viewstory.php?sid=2")["Location"] == chapters[2].get_absolute_url()


def test_an_archive_of_1_1_comes_in_though_its_stories_are_its_chapters(arrive):
    tables = {
        "authors": [
            {"uid": 2, "penname": "Ada", "realname": "", "email": "ada@example.org",
             "website": "", "bio": "", "image": "", "date": "2004-01-02 03:04:05",
             "newreviews": 1, "admincreated": 0, "password": "9e87ffce6fc80e84029d401822c71013",
             "validated": 0, "userskin": "", "level": 0, "contact": 0, "carry": "",
             "categories": "0", "bob": 0},
        ],
        "categories": [{"catid": 1, "parentcatid": -1, "category": "Originals", "description": ""}],
        "ratings": [{"rid": 1, "rating": "General", "ratingwarning": 0, "warningtext": ""}],
        "genres": [{"gid": 1, "genre": "Mystery, Slow"}],
        "stories": [one(10, 10, "", 0), one(11, 10, "Low water", 1), one(12, 99, "Lost", 0)],
        "reviews": [
            {"reviewid": 1, "sid": 11, "psid": 10, "reviewer": "Gull", "member": 0,
             "review": "Good.", "date": "2004-05-06 07:08:09", "rating": 8},
        ],
    }  # fmt: skip

    arrive(mysqldump(tables))

    kept = Story.objects.get(pk=10)
    assert (kept.title, [name.name for name in kept.authors_shown]) == ("Tides", ["Ada"])
    assert set(kept.tags.values_list("name", flat=True)) == {"Originals", "Mystery, Slow"}
    assert kept.rating.name == "General"
    assert numbers(10) == [(10, 1), (11, 2)]
    assert Chapter.objects.get(pk=11).reviews.count() == 1
    assert numbers(99) == [(12, 1)]


def one(sid, psid, title, inorder):
    return {
        "sid": sid, "psid": psid, "title": "Tides", "chapter": title, "inorder": inorder,
        "summary": "S.", "storytext": "One.\nTwo.", "catid": 1, "gid": "Mystery, Slow",
        "charid": "", "wid": "", "rid": "General", "date": "2004-01-02 03:04:05",
        "updated": "2004-01-02 03:04:05", "uid": 2, "featured": 0, "validated": 1,
        "completed": 0, "counter": 3, "numreviews": 0, "wordcount": 2,
    }  # fmt: skip


def test_what_waited_waits_and_2_is_public(arrive):
    arrived = arrive(
        small(
            authors=[author(1, "Keeper"), author(2, "Ada"), author(3, "Ben")],
            stories=[story(1, 2), story(2, 1, validated="2"), story(3, 3, validated="0")],
            chapters=[
                chapter(1, 1, 2, validated="0"), chapter(3, 2, 1, validated="2"),
                chapter(4, 3, 3, validated=""),
            ],
            inseries=[],
        )
    )  # fmt: skip

    assert dict(Chapter.objects.values_list("pk", "is_public")) == {1: False, 3: True, 4: False}
    assert dict(Story.objects.values_list("pk", "is_public")) == {1: True, 2: True, 3: False}
    assert arrived.numbers("story without public chapters") == ["1"]


def test_chapters_whose_story_is_gone_and_stories_without_chapters_are_told_of(arrive):
    arrived = arrive(small(chapters=[chapter(1, 1, 2), chapter(8, 66, 2)]))

    assert arrived.numbers("chapter of a story that is gone") == ["8"]
    assert arrived.numbers("story without chapters") == ["2"]
