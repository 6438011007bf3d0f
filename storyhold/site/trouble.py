"""A reason why a command cannot go on, in one sentence for the person at the terminal."""


class Trouble(Exception):  # noqa: N818 - it is said to people, and they have trouble, not errors
    """What is wrong and what to do. The command prints it and ends with exit code 2."""
