"""What is done about letters to members in the background."""

from storyhold.circulars.actions import sending


def write_circulars() -> None:
    """Write the next portion of a letter to the members."""
    sending.write_some_letters()
