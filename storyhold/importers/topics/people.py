"""What a report can say of members, and the pages and settings of the site."""

from storyhold.importers.topics.shape import Topic

# Sorted by key. A key says the fact in a few words.
PEOPLE: dict[str, Topic] = {}
