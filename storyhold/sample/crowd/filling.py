"""Filling an archive with a crowd of stories, straight into the tables.

Through the actions that members use, 20,000 stories would take hours; what they keep in step
(counters, revisions, fingerprints) is made in step here, and `recount` finds nothing to mend.
"""

from collections.abc import Iterator

from django.db import transaction

from storyhold.accounts.models import PenName
from storyhold.sample.crowd.invention import Invention
from storyhold.sample.crowd.keeping import keep_stories
from storyhold.sample.crowd.people import bring_people
from storyhold.sample.crowd.reviews import write_reviews
from storyhold.sample.crowd.series import order_in_series
from storyhold.sample.crowd.stories import workshop, write_stories
from storyhold.sample.crowd.tags import make_vocabularies

STORIES_AT_ONCE = 500
FEWEST_PEOPLE = 20
AUTHORS_ARE = 5  # of the members, one in so many writes


def fill_with_crowd(how_many: int) -> Iterator[int]:
    """Add so many stories, and all who write, review and keep them; yield how many are done.

    There are two members for five stories, as in the archives that this one is made after.
    The same archive gets the same crowd, and a second crowd is another one.
    """
    there = PenName.objects.values_list("name", flat=True)
    invention = Invention(seed=len(there), taken=there)
    with transaction.atomic():
        people = bring_people(invention, max(FEWEST_PEOPLE, how_many * 2 // 5))
        vocabularies = make_vocabularies(invention)
    authors = people[: len(people) // AUTHORS_ARE]
    shop = workshop(invention, authors, vocabularies, stories=how_many)
    readers = people[len(people) // AUTHORS_ARE :]
    for done in range(0, how_many, STORIES_AT_ONCE):
        stories = write_stories(shop, min(STORIES_AT_ONCE, how_many - done))
        write_reviews(invention, stories, readers)
        keep_stories(invention, stories, readers)
        order_in_series(invention, stories)
        yield done + len(stories)
