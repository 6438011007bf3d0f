"""What is done about notices in the background."""

from storyhold.notices import actions


def forget_old_notices() -> None:
    """Throw away what nobody needs any more."""
    actions.forget_old_notices()
