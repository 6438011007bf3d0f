"""Stories with their chapters, every state in which these were saved, and what readers wrote."""

from typing import Any

from storyhold.accounts.models import Member
from storyhold.common.tails import with_tail
from storyhold.leaving.package.files import Files, json_file, rows_of, text_file
from storyhold.reviews.models import Review
from storyhold.stories.access import (
    chapters_written_by,
    stories_contributed_to_by,
    stories_editable_by,
    stories_in_trash_of,
)
from storyhold.stories.models import Chapter, Story

FACTS = (
    "id", "title", "summary_source", "summary_html", "notes_source", "notes_html", "language",
    "is_complete", "is_round_robin", "is_trusted", "in_search_engines", "is_public",
    "published_at", "updated_at", "created_at", "deleted_at", "word_count", "chapter_count",
    "read_count", "review_count", "kudos_count", "bookmark_count",
)  # fmt: skip
OF_CHAPTER = (
    "id", "number", "title", "opening_note_source", "closing_note_source", "is_public",
    "held_at", "published_at", "created_at", "saved_at", "deleted_at", "word_count",
)  # fmt: skip
OF_REVISION = (
    "number", "title", "opening_note", "closing_note", "format", "word_count", "saved_at",
)  # fmt: skip
OF_DECISION = ("is_approval", "source", "decided_at")
OF_REVIEW = (
    "id", "chapter__number", "pen_name__name", "guest_name", "rating", "source", "created_at",
    "edited_at", "reply__source", "reply__pen_name__name", "reply__created_at",
)  # fmt: skip


def files_of_stories(member: Member) -> Files:
    """Yield what belongs to each story the member signs, those in the trash as well.

    And the chapters that the member wrote for round robins of others.
    """
    for story in [*stories_editable_by(member), *stories_in_trash_of(member)]:
        folder = f"stories/{_tail_of(story)}"
        yield json_file(f"{folder}/story.json", _facts_of(story))
        yield json_file(
            f"{folder}/reviews.json", rows_of(Review.objects.filter(story=story), *OF_REVIEW)
        )
        yield from _files_of_chapters(member, story, folder)
    for story in stories_contributed_to_by(member):
        yield from _files_of_chapters(member, story, f"contributions/{_tail_of(story)}")


def _tail_of(story: Story) -> str:
    return with_tail(story.pk, story.title)


def _files_of_chapters(member: Member, story: Story, folder: str) -> Files:
    # In a round robin, what others wrote is theirs, and its drafts are nobody else's to see.
    mine = chapters_written_by(member).filter(story=story)
    for chapter in mine.select_related("text").order_by("pk"):
        yield from _files_of_chapter(chapter, f"{folder}/chapter-{chapter.pk}")


def _facts_of(story: Story) -> dict[str, Any]:
    return {fact: getattr(story, fact) for fact in FACTS} | {
        "address": story.get_absolute_url(),
        "rating": story.rating and story.rating.name,
        "authors": [pen_name.name for pen_name in story.authors_shown],
        "tags": list(story.tags.values("kind__key", "name")),
    }


def _files_of_chapter(chapter: Chapter, folder: str) -> Files:
    yield json_file(f"{folder}/chapter.json", {fact: getattr(chapter, fact) for fact in OF_CHAPTER})
    yield text_file(f"{folder}/text.html", chapter.text.html)
    yield json_file(f"{folder}/decisions.json", rows_of(chapter.decisions, *OF_DECISION))
    yield json_file(f"{folder}/revisions.json", rows_of(chapter.revisions, *OF_REVISION))
    for revision in chapter.revisions.order_by("number").iterator(chunk_size=20):
        ending = "html" if revision.format == "html" else "txt"
        yield text_file(f"{folder}/revision-{revision.number}.{ending}", revision.source)
