"""The stories folder of an old site."""


class TextFiles:
    """What is in it."""
