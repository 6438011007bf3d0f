"""Making room for an archive that moves into a new house."""

from collections.abc import Iterator

from django.db.models import QuerySet

from storyhold.importers.intake.desk import Desk
from storyhold.stories.models import Story
from storyhold.tags.actions.first import FIRST_GENRES, FIRST_RATINGS, FIRST_WARNINGS
from storyhold.tags.models import Rating, Tag


def make_room(desk: Desk) -> Iterator[int]:
    """Remove what every new archive begins with, so that only the words of the old one are used.

    Nothing of it where anybody has written here already.
    """
    desk.shelves.remove(tags_in_the_way())
    desk.shelves.remove(ratings_in_the_way())
    yield 1


def tags_in_the_way() -> QuerySet[Tag]:
    """Return the first genres and warnings of an archive without stories."""
    if Story.objects.exists():
        return Tag.objects.none()
    genres = Tag.objects.filter(kind__key="genre", name__in=FIRST_GENRES)
    warnings = Tag.objects.filter(kind__key="warning", name__in=FIRST_WARNINGS)
    unused = (genres | warnings).filter(series=None, challenges=None, children=None)
    return Tag.objects.filter(pk__in=list(unused.values_list("pk", flat=True)))


def ratings_in_the_way() -> QuerySet[Rating]:
    """Return the first ratings of an archive without stories."""
    if Story.objects.exists():
        return Rating.objects.none()
    return Rating.objects.filter(name__in=[each["name"] for each in FIRST_RATINGS])
