"""What a report can say of the source itself: dumps, tables, folders."""

from storyhold.importers.topics.shape import Topic

# Sorted by key. A key says the fact in a few words.
SOURCES: dict[str, Topic] = {}
