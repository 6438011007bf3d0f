"""Stories by the thousand, with their chapters, texts and revisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import PenName
from storyhold.sample.crowd.invention import ChapterMade, Invention
from storyhold.sample.crowd.tags import Vocabularies
from storyhold.sample.reads import days_of_reads
from storyhold.stories.models import (
    Authorship,
    Chapter,
    ChapterText,
    ReadsOfDay,
    Revision,
    Story,
)

MOST_TEXTS = 500  # that differ; a small crowd has two for each story
YEARS = 15
READ_LATELY = 20  # one of so many reads
# How many chapters, and how often: five on average.
CHAPTERS, HOW_OFTEN = (1, 2, 3, 5, 8, 13, 20, 40), (40, 12, 12, 13, 10, 7, 4, 2)


@dataclass(frozen=True)
class Workshop:
    """All that stories are made of."""

    invention: Invention
    authors: Sequence[PenName]
    vocabularies: Vocabularies
    texts: Sequence[ChapterMade]


def workshop(
    invention: Invention, authors: Sequence[PenName], vocabularies: Vocabularies, *, stories: int
) -> Workshop:
    """Write the texts that so many stories share."""
    texts = [invention.chapter() for _ in range(min(MOST_TEXTS, 2 * stories))]
    return Workshop(invention, authors, vocabularies, texts)


@transaction.atomic
def write_stories(shop: Workshop, how_many: int) -> Sequence[Story]:
    """Write public stories, each complete in the database, and return them."""
    parts = [_chosen_texts(shop) for _ in range(how_many)]
    stories = Story.objects.bulk_create(_story(shop, texts) for texts in parts)
    authorships = [_authorship(shop, story) for story in stories]
    Authorship.objects.bulk_create(authorships)
    _tag(shop, stories)
    _read_lately(shop, stories)
    _write_chapters(stories, parts, authorships)
    return stories


def _chosen_texts(shop: Workshop) -> list[ChapterMade]:
    chance = shop.invention.chance
    return chance.choices(shop.texts, k=chance.choices(CHAPTERS, HOW_OFTEN)[0])


def _story(shop: Workshop, texts: list[ChapterMade]) -> Story:
    invention, chance = shop.invention, shop.invention.chance
    summary, summary_html = invention.summary()
    first = now() - timedelta(days=chance.uniform(0, 365 * YEARS))
    story = Story(
        title=invention.title(),
        summary_source=summary,
        summary_html=summary_html,
        rating=chance.choices(shop.vocabularies.ratings, (50, 30, 15, 5))[0],
        is_complete=len(texts) == 1 or chance.random() < 0.6,
        is_public=True,
        published_at=first,
        updated_at=_day_of(first, len(texts) - 1),
        word_count=sum(text.prose.words for text in texts),
        chapter_count=len(texts),
        # As in life: a few have most of the reads.
        read_count=int(20 * chance.paretovariate(1.1)),
    )
    story.file()
    return story


def _day_of(first: datetime, chapter: int) -> datetime:
    """A chapter a week, until today."""
    return min(first + timedelta(days=7 * chapter), now())


def _authorship(shop: Workshop, story: Story) -> Authorship:
    author = shop.authors[_one_of_a_few(shop.invention, len(shop.authors))]
    return Authorship(story=story, pen_name=author, accepted_at=story.published_at)


def _one_of_a_few(invention: Invention, how_many: int) -> int:
    """Return a place below `how_many`; the first ones come often."""
    return int(how_many * invention.chance.random() ** 2)


def _tag(shop: Workshop, stories: Sequence[Story]) -> None:
    through = Story.tags.through
    through.objects.bulk_create(
        through(story=story, tag=tag)
        for story in stories
        for tag in shop.vocabularies.chosen(shop.invention)
    )


def _read_lately(shop: Workshop, stories: Sequence[Story]) -> None:
    ReadsOfDay.objects.bulk_create(
        day
        for story in stories
        for day in days_of_reads(story, story.read_count // READ_LATELY, shop.invention.chance)
    )


def _write_chapters(
    stories: Sequence[Story],
    parts: Sequence[list[ChapterMade]],
    authorships: Sequence[Authorship],
) -> None:
    texts = [text for story_texts in parts for text in story_texts]
    chapters = Chapter.objects.bulk_create(
        _chapter(story, number, text, authorship.pen_name)
        for story, story_texts, authorship in zip(stories, parts, authorships, strict=True)
        for number, text in enumerate(story_texts, start=1)
    )
    made = list(zip(chapters, texts, strict=True))
    ChapterText.objects.bulk_create(
        ChapterText(chapter=chapter, html=text.prose.html, sha256=text.prose.fingerprint)
        for chapter, text in made
    )
    Revision.objects.bulk_create(_revision(chapter, text) for chapter, text in made)


def _chapter(story: Story, number: int, text: ChapterMade, author: PenName) -> Chapter:
    return Chapter(
        story=story,
        number=number,
        signed_by=author,
        revision_number=1,
        is_public=True,
        published_at=_day_of(story.published_at or now(), number - 1),
        word_count=text.prose.words,
    )


def _revision(chapter: Chapter, text: ChapterMade) -> Revision:
    return Revision(
        chapter=chapter,
        number=1,
        format="plain",
        source_packed=text.source_packed,
        html_packed=text.html_packed,
        word_count=text.prose.words,
        saved_at=chapter.published_at or now(),
    )
