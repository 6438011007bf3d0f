"""A text as plain letters."""

from storyhold.prose.bidi import balanced_text
from storyhold.prose.texts import text_blocks


def plain_text(html: str) -> str:
    """Return canonical HTML as plain text, paragraphs divided by a blank line.

    A scene break is its own row of symbols, or `* * *`. Emphasis leaves no mark.
    """
    return "\n\n".join(
        (block.text or "* * *") if block.is_break else balanced_text(block.text)
        for block in text_blocks(html)
    )
