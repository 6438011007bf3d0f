"""What the worker does here when it is asked to."""

from django_tasks import task

from storyhold.bookmarks.actions.telling import tell_of_chapter, tell_of_place


@task()
def tell_followers_of_chapter(chapter_id: int, is_new_story: bool) -> None:
    """Tell those who follow a story, its authors, or a series in which it stands."""
    tell_of_chapter(chapter_id, is_new_story=is_new_story)


@task()
def tell_followers_of_place(item_id: int) -> None:
    """Tell those who follow a series of a story in it."""
    tell_of_place(item_id)
