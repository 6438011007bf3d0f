"""What a report can say of series, reviews, favorites and challenges."""

from storyhold.importers.topics.shape import Topic

# Sorted by key. A key says the fact in a few words.
KEEPING: dict[str, Topic] = {
    "member is gone": Topic(
        "members",
        "Members of whom only a name and works are left",
        "The archive has no such member any more; their works are signed “{name}”.",
    ),
}
