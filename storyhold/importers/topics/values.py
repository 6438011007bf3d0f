"""What a report can say of single values: encoding, HTML, dates."""

from storyhold.importers.topics.shape import Topic

# Sorted by key. A key says the fact in a few words.
VALUES: dict[str, Topic] = {}
