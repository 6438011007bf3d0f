"""What a title page says about a story, in words."""

from collections.abc import Iterator, Sequence

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from storyhold.common.languages import language_name
from storyhold.exporters.book import Fact
from storyhold.stories.models import Story

MOST_NAMES = 4  # of which a byline is made


def byline(authors: Sequence[str]) -> str:
    """Return “by Ada”, “by Ada and Ben”, or what stands where nobody signs."""
    if not authors:
        return _("by an author who has left")
    if len(authors) > MOST_NAMES:
        return _("by several authors")
    names = ", ".join(authors[:-1])
    names = f"{names} {pgettext('byline', 'and')} {authors[-1]}" if names else authors[-1]
    return f"{pgettext('byline', 'by')} {names}"


def facts_of(story: Story) -> tuple[Fact, ...]:
    """Return rating, tags, language, size and days. No query where the story has all that."""
    return tuple(_facts(story))


def _facts(story: Story) -> Iterator[Fact]:
    if story.rating:
        yield _("Rating"), story.rating.name
    for kind, tags in story.tags_by_kind:
        name = kind.name_plural if len(tags) > 1 else kind.name
        yield name, ", ".join(tag.words for tag in tags)
    yield _("Language"), language_name(story.language)
    state = _("complete") if story.is_complete else _("in progress")
    yield _("Chapters"), f"{story.chapter_count}, {state}"
    yield _("Words"), number_format(story.word_count, force_grouping=True)
    if story.published_at:
        yield _("Published"), date_format(story.published_at, "j F Y")
    if story.updated_at and story.updated_at != story.published_at:
        name = _("Completed") if story.is_complete else _("Updated")
        yield name, date_format(story.updated_at, "j F Y")
