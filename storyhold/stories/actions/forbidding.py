"""Words that the archive does not want in titles and summaries."""

from storyhold.archive.queries import the_archive
from storyhold.prose.canonical import guess_format, short_html
from storyhold.prose.forbidden import forbidden_word, starred
from storyhold.stories.refusals import TitleIsForbidden


def refuse_forbidden(title: str, refusal: type[TitleIsForbidden], *, was: str) -> None:
    """Raise the refusal for a title with a forbidden word; what it `was` already may stay."""
    word = forbidden_word(title, the_archive().forbidden_words)
    if word and title != was:
        raise refusal(word=word)


def summary_as_shown(source: str) -> str:
    """Return a summary as readers see it: cleaned, with stars for forbidden words."""
    html = short_html(source, format=guess_format(source))
    return starred(html, the_archive().forbidden_words)
