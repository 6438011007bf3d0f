"""What a report can say of stories, their authors, chapters and texts."""

from storyhold.importers.topics.shape import Topic

# Sorted by key. A key says the fact in a few words.
STORIES: dict[str, Topic] = {
    "chapter is only a link": Topic(
        "texts",
        "Chapters that are only a link",
        "“{title}” has no text but a link to {address}.",
    ),
    "chapter of a story that is gone": Topic(
        "texts",
        "Chapters whose story is gone",
        "“{title}” belongs to no story that the dump has. Its row and text were kept aside.",
        is_loss=True,
    ),
    "chapter with several texts": Topic(
        "texts",
        "Chapters with several texts",
        "The text was taken from {taken}. There were others: {others}.",
    ),
    "chapter without text": Topic(
        "texts",
        "Chapters without text",
        "“{title}” has no text anywhere. The chapter is here, and says so.",
        is_loss=True,
    ),
    "chapter's author is gone": Topic(
        "texts",
        "Chapters whose author is gone",
        "“{title}” was written by member {author}, who is not in the dump. eFiction did not show "
        "it; here it is signed by a former member.",
    ),
    "chapters renumbered": Topic(
        "texts",
        "Chapters that were numbered anew",
        "The chapters of story {story} stood at {places}. Here they are counted from 1.",
    ),
    "co-author flag without co-authors": Topic(
        "stories",
        "Co-authors that are not there",
        "The story is marked as written by several, but names nobody beside its author.",
    ),
    "co-author is gone": Topic(
        "stories",
        "Co-authors who are gone",
        "Member {author} wrote “{title}” with others and is not in the dump.",
        is_loss=True,
    ),
    "co-author of a story that is gone": Topic(
        "stories",
        "Co-authors of stories that are gone",
        "The story is not in the dump. The row was kept aside.",
        is_loss=True,
    ),
    "day of a story is a guess": Topic(
        "dates",
        "Stories whose day is a guess",
        "When “{title}” was published is not known. {guess} is a guess by what stands around it.",
    ),
    "file without a chapter": Topic(
        "texts",
        "Files without a chapter",
        "{file} ({bytes} bytes) is the text of no chapter in the dump. It was not imported.",
        is_loss=True,
    ),
    "rating by name": Topic(
        "stories",
        "Ratings by name",
        "“{title}” names its rating by the word “{word}”, which was understood.",
    ),
    "rating unknown": Topic(
        "stories",
        "Ratings that are not known",
        "“{title}” has the rating “{word}”, which the site does not have. It has none here.",
        is_loss=True,
    ),
    "story without a category": Topic(
        "stories",
        "Stories without a category",
        "“{title}” is in no category that the site has.",
    ),
    "story without a title": Topic(
        "stories", "Stories without a title", "It had no title, and is called “Untitled”."
    ),
    "story without chapters": Topic(
        "stories",
        "Stories without chapters",
        "“{title}” has no chapter in the dump.",
        is_loss=True,
    ),
    "story without public chapters": Topic(
        "stories",
        "Stories without a public chapter",
        "“{title}” is public, but all its chapters wait for a moderator.",
    ),
    "story's author is gone": Topic(
        "stories",
        "Stories whose author is gone",
        "“{title}” was written by member {author}, who is not in the dump. eFiction did not show "
        "it; here it is signed by a former member.",
    ),
    "text fills its column": Topic(
        "texts",
        "Texts at the limit of their column",
        "The text has {bytes} bytes, as many as the table takes. Its end was probably cut off.",
        is_loss=True,
    ),
}
