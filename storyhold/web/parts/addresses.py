"""What may stand in an address."""

from django.urls import register_converter


class Tailed:
    """`123` or `123-the-title`: the number alone decides, the tail is for people."""

    regex = r"[0-9]{1,18}(?:-[^/]*)?"

    def to_python(self, value: str) -> int:
        """Return the number."""
        return int(value.partition("-")[0])

    def to_url(self, value: int | str) -> str:
        """Return the number, with the tail where one is given."""
        return str(value)


class Number:
    """A number that fits the database; a longer one is an address we do not have."""

    regex = r"[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        """Return the number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Return the number in digits."""
        return str(value)


class Slug:
    """A word of any script, as pages are called: all but what no address and no database takes."""

    regex = r"[^/\0-\x20]{1,60}"

    def to_python(self, value: str) -> str:
        """Return the word."""
        return value

    def to_url(self, value: str) -> str:
        """Return the word."""
        return value


def register_converters() -> None:
    """Let every room write `<tailed:story>`, `<number:chapter>` and the like in its addresses."""
    register_converter(Tailed, "tailed")
    register_converter(Number, "number")
    register_converter(Slug, "named")
