"""Letting one after the other change a story's chapters."""

from storyhold.stories.models import Chapter, Story


def hold_chapter(pk: int) -> Chapter:
    """Return a chapter as it is, once nobody else changes it or its story, for the transaction.

    The story first, as everybody does who numbers or counts chapters: whoever took the chapter
    first would wait for somebody who waits for it.
    """
    of_chapter = Chapter.objects.filter(pk=pk).values("story")
    Story.objects.select_for_update().filter(pk__in=of_chapter).first()
    return Chapter.objects.select_for_update().get(pk=pk)
