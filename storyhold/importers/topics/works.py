"""What a report can say of stories, chapters, series, tags and reviews."""

from storyhold.importers.topics.keeping import KEEPING
from storyhold.importers.topics.pictures import PICTURES
from storyhold.importers.topics.shape import Topic
from storyhold.importers.topics.stories import STORIES
from storyhold.importers.topics.words import WORDS

WORKS: dict[str, Topic] = STORIES | PICTURES | WORDS | KEEPING
