"""What a report can say of pictures."""

from storyhold.importers.topics.shape import Topic

# Sorted by key.
PICTURES: dict[str, Topic] = {
    "picture cannot be read": Topic(
        "texts",
        "Files that are no pictures",
        "The picture {number} could not be read: {reason}",
        is_loss=True,
    ),
    "picture is missing": Topic(
        "texts",
        "Pictures that were not there",
        "Chapter {number} shows {address}, which is not in the stories folder.",
        is_loss=True,
    ),
    "picture of a category stays behind": Topic(
        "tags",
        "Pictures of categories that were not found",
        "Category {number} has the picture {file}, which is in no folder of skins.",
        is_loss=True,
    ),
    "picture of nobody": Topic(
        "texts",
        "Pictures whose member is gone",
        "The picture {number} belongs to a member who is not in the database.",
        is_loss=True,
    ),
}
