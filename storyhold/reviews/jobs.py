"""What the worker does here by itself."""

from storyhold.reviews.actions.kudos import forget_visitors

__all__ = ["forget_visitors"]
