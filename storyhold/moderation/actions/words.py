"""What is said in reports and letters, cleaned."""

from storyhold.moderation.refusals import NothingSaid, SubjectIsMissing, TextIsTooLong
from storyhold.moderation.rules import LONGEST_SUBJECT, LONGEST_TEXT
from storyhold.prose.canonical import short_html
from storyhold.prose.one_line import one_line
from storyhold.prose.plain_text import plain_text


def clean_subject(subject: str) -> str:
    """Return it as one line. Raises `SubjectIsMissing`."""
    line = one_line(subject)[:LONGEST_SUBJECT]
    if not line:
        raise SubjectIsMissing
    return line


def clean_text(text: str) -> str:
    """Return it as HTML; it was typed as in a letter. Raises `NothingSaid`, `TextIsTooLong`."""
    if len(text) > LONGEST_TEXT:
        raise TextIsTooLong(letters=f"{len(text):,}", most=f"{LONGEST_TEXT:,}")
    html = short_html(text, format="plain")
    if not plain_text(html).strip():
        raise NothingSaid
    return html
