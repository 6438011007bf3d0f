"""A picture that an author of the sample shows in a story."""

from storyhold.accounts.models import PenName
from storyhold.illustrations.actions import add_illustration
from storyhold.sample.pictures import drawn
from storyhold.stories.actions.writing import Draft, save_chapter
from storyhold.stories.models import Story

FILE = "outer-lights.png"
SHOWS = "A low moon over three dark headlands, as the seventh lamp sees them"


def illustrate(story: Story, *, by: PenName) -> None:
    """Put a picture at the end of a story of one chapter, which is written as HTML."""
    picture = add_illustration(by.member, drawn(FILE), file_name=FILE, description=SHOWS)
    chapter = story.chapters.get()
    so_far = chapter.revisions.latest("number")
    text = f"{so_far.source}\n<p align='center'>{picture.html}</p>\n"
    save_chapter(
        chapter, Draft(text=text, format="html"), by=by.member, seen_revision=so_far.number
    )
