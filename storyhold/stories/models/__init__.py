"""What is stored of a story."""

from storyhold.stories.models.authorship import Authorship
from storyhold.stories.models.chapter import Chapter, ChapterText, Revision
from storyhold.stories.models.reads import DaySalt, ReadMark, ReadsOfDay
from storyhold.stories.models.story import Story

__all__ = [
    "Authorship",
    "Chapter",
    "ChapterText",
    "DaySalt",
    "ReadMark",
    "ReadsOfDay",
    "Revision",
    "Story",
]
