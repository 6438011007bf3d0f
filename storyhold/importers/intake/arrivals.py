"""Old stories with those of their chapters that are not here yet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from storyhold.importers.composing import ChapterTexts, StoryTexts
from storyhold.importers.intake.desk import Desk
from storyhold.importers.sources.efiction.tables.chapters import ChapterReader, OldChapter
from storyhold.importers.sources.efiction.tables.stories import OldStory, StoryReader
from storyhold.importers.sources.efiction.tables.vocabularies import read_vocabularies


@dataclass(frozen=True)
class Arrival:
    """A story that is new, or that `came_before` and has new chapters."""

    story: OldStory
    chapters: list[OldChapter]
    came_before: bool

    @cached_property
    def texts(self) -> StoryTexts:
        """What is to be composed."""
        chapters = (
            ChapterTexts(each.text or "", each.opening_note, each.closing_note)
            for each in self.chapters
        )
        return StoryTexts(self.story.summary, self.story.notes, tuple(chapters))


def arrivals(desk: Desk) -> Iterator[Arrival]:
    """Yield all stories that bring something new, by number."""
    stories = StoryReader(desk.old, read_vocabularies(desk.old))
    chapters = ChapterReader(desk.old)
    for number, row in stories.rows():
        came_before = desk.numbers.is_known("story", number)
        new = [
            chapters.read(each)
            for each in chapters.of(number)
            if not desk.numbers.is_known("chapter", each.whole("chapid"))
        ]
        if new or not came_before:
            story = stories.read(row)
            yield Arrival(story, new if came_before else _waiting(desk, story, new), came_before)
    chapters.keep_rest_aside()
    _say_of_files_without_chapters(desk)


def _waiting(desk: Desk, story: OldStory, chapters: list[OldChapter]) -> list[OldChapter]:
    """Return the chapters, one waiting if the story does: else no moderator would see it."""
    if story.is_public and not any(each.is_public for each in chapters):
        what = "story without public chapters" if chapters else "story without chapters"
        desk.note(what, "stories", story.number, title=story.title)
    if not story.is_public and chapters and all(each.is_public for each in chapters):
        return [replace(chapters[0], is_public=False), *chapters[1:]]
    return chapters


def _say_of_files_without_chapters(desk: Desk) -> None:
    texts = desk.old.texts
    for file in texts.without(desk.old.ids("chapters", "chapid")) if texts else ():
        desk.note("file without a chapter", "chapters", file=file.path, bytes=file.size)
