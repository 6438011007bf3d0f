"""How long a chapter may be, by the house rules."""

from storyhold.archive.queries import the_archive
from storyhold.stories.models import Chapter
from storyhold.stories.refusals import (
    ChapterIsTooLong,
    ChapterIsTooShort,
    PublicChapterIsTooLong,
    PublicChapterIsTooShort,
)


def refuse_wrong_length(chapter: Chapter) -> None:
    """Raise `ChapterIsTooShort` or `ChapterIsTooLong` for a draft that may not be published so."""
    rules, words = the_archive(), chapter.word_count
    facts = {"heading": chapter.heading, "words": f"{words:,}"}
    if words < rules.least_words:
        raise ChapterIsTooShort(least=f"{rules.least_words:,}", **facts)
    if 0 < rules.most_words < words:
        raise ChapterIsTooLong(most=f"{rules.most_words:,}", **facts)


def refuse_worse_length(chapter: Chapter, *, was: int) -> None:
    """Raise `PublicChapterIsTooShort` or `PublicChapterIsTooLong` where a change crosses a limit.

    A chapter that `was` beyond it before, perhaps older than the rule, may still be corrected.
    """
    rules, words = the_archive(), chapter.word_count
    if words < rules.least_words <= was:
        raise PublicChapterIsTooShort(words=f"{words:,}", least=f"{rules.least_words:,}")
    if was <= rules.most_words < words and rules.most_words:
        raise PublicChapterIsTooLong(words=f"{words:,}", most=f"{rules.most_words:,}")
