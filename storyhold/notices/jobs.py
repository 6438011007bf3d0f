"""What is done about notices in the background."""

from storyhold.notices import actions
from storyhold.notices.kinds import How
from storyhold.notices.mailing import write_letters


def write_letters_at_once() -> None:
    """Write to those who want to hear of something at once."""
    write_letters(How.AT_ONCE)


def write_digests() -> None:
    """Write the letters of the day and of the week, once their time has come."""
    write_letters(How.DAILY)
    write_letters(How.WEEKLY)


def forget_old_notices() -> None:
    """Throw away what nobody needs any more."""
    actions.forget_old_notices()
