"""Where the people of the sample stopped, and what stands on their shelves."""

from collections.abc import Mapping

from storyhold.accounts.models import PenName
from storyhold.reading.actions.placing import note_place
from storyhold.reading.actions.shelving import put_on_shelf, write_note
from storyhold.reading.queries import progress_in
from storyhold.reading.rules import Spot
from storyhold.sample import library
from storyhold.sample.library import Table
from storyhold.stories.models import Story


def fill_shelves(people: Mapping[str, PenName], stories: Mapping[str, Story]) -> None:
    """Remember what the file says; people are known by their keys, stories by their folders."""
    for table in library.shelves():
        _remember(people[table["by"]], stories[table["story"]], table)


def _remember(reader: PenName, story: Story, table: Table) -> None:
    member = reader.member
    if "chapter" in table:
        chapter = story.chapters.select_related("story").get(number=table["chapter"])
        note_place(chapter, Spot(table.get("paragraph", 0)), by=member, known=None)
    if "shelf" in table:
        put_on_shelf(story, table["shelf"], by=member)
    progress = progress_in(story.pk, member=member)
    if progress and "note" in table:
        write_note(progress, table["note"])
