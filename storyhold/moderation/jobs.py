"""What is done about reports and letters in the background."""

from storyhold.moderation.actions import keeping


def forget_settled() -> None:
    """Throw away what nobody needs any more."""
    keeping.forget_settled()
