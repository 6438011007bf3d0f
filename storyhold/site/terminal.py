"""Words to the person at the terminal."""

import sys


def say(text: str = "") -> None:
    """Print a line, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def warn(text: str) -> None:
    """Print a line beside the output, at once."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
