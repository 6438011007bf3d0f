"""Everything that a report can say about an old archive: a sentence for each kind of finding."""

from storyhold.importers.topics.people import PEOPLE
from storyhold.importers.topics.readings import READINGS
from storyhold.importers.topics.shape import GROUPS, Topic
from storyhold.importers.topics.site import SITE
from storyhold.importers.topics.sources import SOURCES
from storyhold.importers.topics.values import VALUES
from storyhold.importers.topics.works import WORKS

__all__ = ["GROUPS", "TOPICS", "Topic"]

TOPICS = SOURCES | READINGS | VALUES | PEOPLE | SITE | WORKS
