"""The words of reviews and answers."""

from storyhold.prose.canonical import guess_format, short_html
from storyhold.prose.plain_text import plain_text
from storyhold.reviews.refusals import ReviewIsEmpty, ReviewIsTooLong
from storyhold.reviews.rules import MOST_LETTERS


def clean(text: str) -> str:
    """Return the words as HTML to show. Raises `ReviewIsTooLong` or `ReviewIsEmpty`."""
    if len(text) > MOST_LETTERS:
        raise ReviewIsTooLong(letters=f"{len(text):,}", most=f"{MOST_LETTERS:,}")
    html = short_html(text, format=guess_format(text))
    if not plain_text(html).strip():
        raise ReviewIsEmpty
    return html
