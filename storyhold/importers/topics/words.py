"""What a report can say of categories, characters, classifications and ratings."""

from storyhold.importers.topics.shape import Topic

# Sorted by key. A key says the fact in a few words.
WORDS: dict[str, Topic] = {
    "category held itself": Topic(
        "tags",
        "Categories that held themselves",
        "“{name}” stood below itself. It stands at the top here.",
    ),
    "category's parent is gone": Topic(
        "tags",
        "Categories whose parent is gone",
        "“{name}” stood below category {parent}, which is not there. It stands at the top here.",
    ),
    "character's category is gone": Topic(
        "tags",
        "Characters whose category is gone",
        "“{name}” belonged to category {category}, which is not there. It belongs to none here.",
    ),
    "class type is gone": Topic(
        "tags",
        "Classifications whose type is gone",
        "It was of type {type}, which is not there. A vocabulary of that number has it now.",
    ),
    "list fills its column": Topic(
        "tags",
        "Lists at the limit of their column",
        "The list in “{column}” is as long as its column. Its end was probably cut off: …{text}",
        is_loss=True,
    ),
    "list names what is gone": Topic(
        "tags",
        "Lists that name what is gone",
        "The list in “{column}” names what the site does not have: {words}.",
        is_loss=True,
    ),
    "word was there already": Topic(
        "tags",
        "Words that became one",
        "“{name}” is a word that was there already, and both are one now.",
    ),
}
