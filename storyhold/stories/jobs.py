"""What the worker does here by itself."""

from storyhold.stories.actions.trash import empty_trash
from storyhold.stories.reads import forget_yesterday

__all__ = ["empty_trash", "forget_yesterday"]
