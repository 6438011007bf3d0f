"""What is done about claims in the background."""

from storyhold.claims.actions import telling


def write_announcements() -> None:
    """Write the next letters that the archive has moved."""
    telling.write_some_letters()
