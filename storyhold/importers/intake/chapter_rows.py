"""Rows of chapters, with their texts and the state in which they came."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Model

from storyhold.importers.composing import ChapterMade
from storyhold.importers.intake.desk import Desk
from storyhold.importers.models import OldPlace
from storyhold.importers.sources.efiction.tables.chapters import OldChapter
from storyhold.importers.sources.efiction.values.links import only_link
from storyhold.stories.models import Chapter, ChapterText, Revision
from storyhold.stories.models.story import LONGEST_TITLE


@dataclass(frozen=True)
class Setting:
    """What a chapter gets from its story."""

    story: int
    number: int
    signed_by: int
    is_writers_own: bool
    day: datetime


def chapter_rows(
    desk: Desk, old: OldChapter, made: ChapterMade, setting: Setting
) -> Iterator[Model]:
    """Yield the rows of a chapter; it gets its number here."""
    chapter = _chapter(desk.numbers.give("chapter", old.number), old, made, setting)
    if address := only_link(made.html):
        facts = {"title": old.title, "address": address}
        desk.note("chapter is only a link", "chapters", old.number, **facts)
    yield chapter
    yield ChapterText(chapter=chapter, html=made.html, sha256=made.fingerprint)
    yield _revision(chapter, made, setting.day)
    yield OldPlace(move=desk.move, story=old.story, place=old.place, chapter=chapter)


def _chapter(pk: int, old: OldChapter, made: ChapterMade, setting: Setting) -> Chapter:
    return Chapter(
        pk=pk,
        story_id=setting.story,
        number=setting.number,
        title=old.title[:LONGEST_TITLE],
        opening_note_source=made.opening_note.source,
        opening_note_html=made.opening_note.html,
        closing_note_source=made.closing_note.source,
        closing_note_html=made.closing_note.html,
        signed_by_id=setting.signed_by,
        is_writers_own=setting.is_writers_own,
        revision_number=1,
        is_public=old.is_public,
        published_at=setting.day if old.is_public else None,
        held_at=None if old.is_public else setting.day,
        word_count=made.words,
        read_count=old.views,
    )


def _revision(chapter: Chapter, made: ChapterMade, day: datetime) -> Revision:
    return Revision(
        chapter=chapter,
        number=1,
        title=chapter.title,
        opening_note=chapter.opening_note_source,
        closing_note=chapter.closing_note_source,
        format="html",
        source_packed=made.source_packed,
        html_packed=made.html_packed,
        word_count=made.words,
        saved_at=day,
    )
