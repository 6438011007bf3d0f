"""What the people of the sample keep, thank for, and say of series."""

from collections.abc import Mapping

from storyhold.accounts.models import PenName
from storyhold.bookmarks.actions.keeping import Said, keep
from storyhold.bookmarks.models import Thing
from storyhold.reviews.actions.kudos import leave_kudos
from storyhold.reviews.actions.writing import write_review
from storyhold.sample import library
from storyhold.series.models import Series
from storyhold.stories.models import Story


def keep_things(
    people: Mapping[str, PenName], stories: Mapping[str, Story], series: Mapping[str, Series]
) -> None:
    """Keep what the file says; people are known by their keys, stories by their folders."""
    shelves: dict[str, Mapping[str, Thing]] = {
        "story": stories,
        "series": series,
        "author": people,
    }
    for table in library.kept():
        sort = next(sort for sort in shelves if sort in table)
        reader = people[table["by"]]
        keep(
            shelves[sort][table[sort]],
            Said(
                comment=table.get("comment", ""),
                is_public=not table.get("private", False),
                follows=table.get("follows", False),
            ),
            by=reader,
        )
        if sort == "story":
            leave_kudos(stories[table[sort]], by=reader.member, visitor="")


def review_series(people: Mapping[str, PenName], series: Mapping[str, Series]) -> None:
    """Say of whole series what the file says."""
    for table in library.reviews_of_series():
        reader = people[table["by"]]
        write_review(series[table["series"]], by=reader, text=table["text"], rating=table["rating"])
