"""The cover: title and authors in the archive's look."""

from storyhold.exporters.book import Book
from storyhold.exporters.press.asking import first_pressed


def cover(book: Book) -> bytes:
    """Return it as PNG, 1200 by 1800.

    Where there is no typeface for its letters, the series is left out, or it is an ornament:
    reading devices write the title beside it.
    """
    facts = {
        "title": book.title,
        "authors": ", ".join(book.authors),
        "series": "; ".join(f"{place.series}, {place.number}" for place in book.places[:1]),
        "archive": book.archive,
        "language": book.language.partition("-")[0],
        "direction": book.direction,
        "letters": True,
    }
    plain = dict.fromkeys(("title", "authors", "series", "archive"), "-")
    ornament = facts | plain | {"letters": False}
    return first_pressed("cover", (facts, facts | {"series": ""}, ornament), {})
