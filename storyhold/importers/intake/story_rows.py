"""Rows of stories: what they are, who signs them, and their tags."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from django.db.models import Model
from django.utils.translation import gettext as _

from storyhold.common.languages import LANGUAGES
from storyhold.importers.composing import StoryMade
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.tagging import tag_numbers
from storyhold.importers.sources.efiction.tables.stories import OldStory
from storyhold.stories.models import Authorship, Chapter, Story
from storyhold.stories.models.story import LONGEST_TITLE

Tagging = Story.tags.through


class StoryRows:
    """Makes the rows of stories."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._language = _language(desk.old.settings.line("language")) or "en"

    def of(
        self,
        old: OldStory,
        *,
        day: datetime,
        made: StoryMade,
        signed_by: Sequence[int],
        chapters: Iterable[Chapter],
    ) -> Iterator[Model]:
        """Yield the rows of a story that has these chapters."""
        numbers = self._desk.numbers
        story = self._story(numbers.of("story", old.number), old, day)
        story.summary_source, story.summary_html = made.summary
        story.notes_source, story.notes_html = made.notes
        story.file()
        _count(story, chapters)
        yield story
        for position, pen_name in enumerate(signed_by):
            yield _authorship(story, pen_name, position, day)
        for tag in tag_numbers(numbers, old):
            yield Tagging(story_id=story.pk, tag_id=tag)

    def _story(self, pk: int, old: OldStory, day: datetime) -> Story:
        if not old.title:
            self._desk.note("story without a title", "stories", old.number)
        return Story(
            pk=pk,
            title=old.title[:LONGEST_TITLE] or _("Untitled"),
            language=_language(old.language) or self._language,
            rating_id=self._desk.numbers.new("rating", old.rating),
            is_complete=old.is_complete,
            is_featured=old.is_featured and old.is_public,
            featured_at=(old.updated or day) if old.is_featured or old.was_featured else None,
            is_round_robin=old.is_round_robin,
            is_trusted=old.is_trusted,
            is_public=old.is_public,
            published_at=day if old.is_public else None,
            read_count=old.views,
        )


def _language(code: str) -> str:
    return code.lower() if code.lower() in LANGUAGES else ""


def _authorship(story: Story, pen_name: int, position: int, day: datetime) -> Authorship:
    return Authorship(story=story, pen_name_id=pen_name, position=position, accepted_at=day)


def _count(story: Story, chapters: Iterable[Chapter]) -> None:
    public = [chapter for chapter in chapters if chapter.is_public]
    story.chapter_count = len(public)
    story.word_count = sum(chapter.word_count for chapter in public)
    days = [chapter.published_at for chapter in public if chapter.published_at]
    story.updated_at = max(days, default=None)
