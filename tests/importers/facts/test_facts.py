"""What an archive says it holds."""

import json

from storyhold.importers.facts.as_json import as_json
from storyhold.prose.fingerprint import chapter_text_sha256
from storyhold.reviews.actions.writing import write_review
from storyhold.stories.actions.trash import delete_story
from tests.cast import make_member, make_story


def facts():
    return json.loads("".join(as_json()))


def test_an_empty_archive_has_nothing_of_any_kind(ada):
    said = facts()

    assert said["stories"] == []
    assert said["counts"]["members"] == 1
    assert said["counts"]["stories"] == said["counts"]["category_depth"] == 0


def test_every_story_stands_there_with_the_fingerprints_of_its_chapters(ada):
    story = make_story(author=ada, title="Low & <i>High</i>", text="*Aye.*", public=True)
    draft = make_story(author=ada, chapters=2)
    ben = make_member("Ben")
    write_review(story.chapters.get(), by=ben.pen_name, text="Fine.")

    said = facts()

    first, second = said["stories"]
    assert (first["id"], first["title"], first["author"]) == (story.pk, story.title, "Ada")
    assert first["published"] == int(story.published_at.timestamp())
    assert (first["reviews"], first["rating_only"], first["coauthors"]) == (1, 0, [])
    fingerprint = chapter_text_sha256("<p>Aye.</p>")
    assert first["chapters"][0]["chapter_text_sha256"] == fingerprint
    assert second["published"] is None
    assert [chapter["number"] for chapter in second["chapters"]] == [1, 2]
    assert said["counts"]["stories_waiting"] == 1
    assert said["counts"]["reviews_by_type"] == {"SE": 0, "ST": 1}
    assert draft.pk == second["id"]


def test_what_lies_in_the_trash_is_not_counted(ada):
    delete_story(make_story(author=ada, public=True))

    said = facts()

    assert (said["stories"], said["counts"]["stories"], said["counts"]["chapters"]) == ([], 0, 0)
