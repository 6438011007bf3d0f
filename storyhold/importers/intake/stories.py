"""Stories come in with their chapters and texts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Max, Model

from storyhold.importers.composing import StoryMade, composer, story_made
from storyhold.importers.intake.arrivals import Arrival, arrivals
from storyhold.importers.intake.chapter_rows import Setting, chapter_rows
from storyhold.importers.intake.days import Days, days_of_chapters
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.illustrated import Illustrated
from storyhold.importers.intake.signers import Signers
from storyhold.importers.intake.story_rows import StoryRows
from storyhold.stories.models import Chapter

AT_ONCE = 100  # stories; two such parts are in memory at a time


def bring_stories(desk: Desk) -> Iterator[int]:
    """Bring in all stories, and the new chapters of those that came before."""
    for kind, table, column in (("story", "stories", "sid"), ("chapter", "chapters", "chapid")):
        desk.numbers.expect(kind, desk.old.highest(table, column))
    files, done = Filing(desk), 0
    with composer(desk.old.count("chapters")) as by:
        for part in by.in_parts(arrivals(desk), AT_ONCE, story_made):
            for arrival, made in part:
                desk.put(files.rows(arrival, made))
            done += len(part)
            yield done


@dataclass(frozen=True)
class Frame:
    """What chapters get from their story; they are numbered `behind` those that are here."""

    story: int
    day: datetime
    signed_by: list[int]
    behind: int = 0


class Filing:
    """Makes rows of arrivals."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._days, self._signers, self._story_rows = Days(desk), Signers(desk), StoryRows(desk)
        self._illustrated = Illustrated(desk)

    def rows(self, arrival: Arrival, made: StoryMade) -> Iterator[Model]:
        """Yield all rows of a story and its new chapters."""
        if not arrival.came_before:
            yield from self._new_story(arrival, made)
        elif (story := self._desk.numbers.new("story", arrival.story.number)) is not None:
            frame = replace(self._frame(arrival, story), behind=_last_number(story))
            yield from self._chapters(arrival, made, frame)

    def _new_story(self, arrival: Arrival, made: StoryMade) -> Iterator[Model]:
        story = self._desk.numbers.give("story", arrival.story.number)
        frame = self._frame(arrival, story)
        rows = list(self._chapters(arrival, made, frame))
        yield from self._story_rows.of(
            arrival.story,
            day=frame.day,
            made=made,
            signed_by=frame.signed_by,
            chapters=[row for row in rows if isinstance(row, Chapter)],
        )
        yield from rows

    def _frame(self, arrival: Arrival, story: int) -> Frame:
        old = arrival.story
        return Frame(story, self._days.of_story(old), self._signers.of_story(old))

    def _chapters(self, arrival: Arrival, made: StoryMade, frame: Frame) -> Iterator[Model]:
        old = arrival.story
        days = days_of_chapters(arrival.chapters, published=frame.day, updated=old.updated)
        for place, chapter in enumerate(arrival.chapters):
            setting = Setting(
                story=frame.story,
                number=frame.behind + place + 1,
                signed_by=self._signers.of_chapter(chapter, otherwise=frame.signed_by[0]),
                is_writers_own=old.is_round_robin,
                day=days[place],
            )
            composed = self._illustrated.with_pictures(chapter, made.chapters[place])
            yield from chapter_rows(self._desk, chapter, composed, setting)


def _last_number(story: int) -> int:
    live = Chapter.objects.filter(story=story, deleted_at=None)
    return live.aggregate(last=Max("number"))["last"] or 0
