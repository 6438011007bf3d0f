"""An edition: what one reader may see of a story or a series, fixed as plain values.

Nothing is decided here. Stories and chapters come through the doors of their rooms, as for pages.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from storyhold.archive.queries import the_archive
from storyhold.common.languages import direction_of_language
from storyhold.exporters import book
from storyhold.exporters.facts import byline, facts_of
from storyhold.pictures.files import picture_file
from storyhold.series.models import Series
from storyhold.series.queries import Place
from storyhold.stories.models import Chapter, Story
from storyhold.stories.queries import contributors_among

_PICTURE = re.compile(
    r'<img src="((?:https?://[^"/]+)?/pictures/([0-9a-f]{24})\.webp)"(?: alt="([^"]*)")?'
)

Texts = Sequence[Chapter]  # of one story, with their texts and signers, in order
StoryTexts = tuple[Story, Texts]


def edition_of_story(
    story: Story, chapters: Texts, *, places: Iterable[Place], site: str
) -> book.Book:
    """Return a story with those of its chapters. `site` is the archive's address."""
    told = _story(story, chapters, site)
    return book.Book(
        title=story.title,
        byline=told.byline,
        authors=told.authors,
        language=story.language,
        direction=story.direction,
        archive=the_archive().name,
        site=site,
        path=reverse("stories:story", args=[story.pk]),
        stories=(told,),
        words=_words(),
        summary=story.summary_html,
        published=f"{story.published_at:%Y-%m-%d}" if story.published_at else "",
        subjects=tuple(tag.name for _kind, tags in story.tags_by_kind for tag in tags),
        places=tuple(_place(series, number, site) for series, number in places),
        pictures=tuple(_pictures([told], site)),
        closing_words=the_archive().print_words_html,
    )


def edition_of_series(series: Series, stories: Iterable[StoryTexts], *, site: str) -> book.Book:
    """Return the stories of a series, in its order."""
    path = reverse("series:series", args=[series.pk])
    return _collection(series.title, stories, summary=series.summary_html, path=path, site=site)


def edition_of_shelf(
    title: str, stories: Iterable[StoryTexts], *, path: str, site: str
) -> book.Book:
    """Return the stories of a member's shelf."""
    return _collection(title, stories, summary="", path=path, site=site)


def _collection(
    title: str, stories: Iterable[StoryTexts], *, summary: str, path: str, site: str
) -> book.Book:
    told = [_story(story, chapters, site) for story, chapters in stories]
    authors = tuple(dict.fromkeys(name for story in told for name in story.authors))
    language = Counter(story.language for story in told).most_common(1)[0][0]
    return book.Book(
        title=title,
        byline=byline(authors),
        authors=authors,
        language=language,
        direction=direction_of_language(language),
        archive=the_archive().name,
        site=site,
        path=path,
        stories=tuple(told),
        words=_words(),
        summary=summary,
        pictures=tuple(_pictures(told, site)),
        closing_words=the_archive().print_words_html,
        is_collection=True,
    )


def _story(story: Story, chapters: Texts, site: str) -> book.Story:
    authors = tuple(pen_name.name for pen_name in story.authors_shown)
    return book.Story(
        title=story.title,
        byline=byline(authors),
        authors=authors,
        contributors=tuple(each.name for each in contributors_among(chapters, story)),
        language=story.language,
        direction=story.direction,
        address=site + reverse("stories:story", args=[story.pk]),
        facts=facts_of(story),
        chapters=tuple(_chapter(each, story, site) for each in chapters),
        summary=story.summary_html,
        notes=story.notes_html,
    )


def _chapter(chapter: Chapter, story: Story, site: str) -> book.Chapter:
    shown = date_format(chapter.published_at, "j F Y") if chapter.published_at else ""
    return book.Chapter(
        number=chapter.number,
        title=chapter.title,
        label=_("Chapter %d") % chapter.number,
        heading=chapter.heading,
        html=chapter.text.html or _missing(chapter),
        address=site + chapter.get_absolute_url(),
        day=shown if chapter.is_public else _("Draft"),
        signed=_signed(chapter, story),
        opening_note=chapter.opening_note_html,
        closing_note=chapter.closing_note_html,
    )


def _missing(chapter: Chapter) -> str:
    """Say what the page of a chapter that came without a text says; a draft may be empty."""
    said = _("The text of this chapter is missing. The archive it came from had none.")
    return format_html("<p>{}</p>", said) if chapter.is_public else ""


def _signed(chapter: Chapter, story: Story) -> str:
    has_several = story.is_round_robin or len(story.authors_shown) > 1
    if chapter.signed_by is None or not (chapter.is_writers_own or has_several):
        return ""
    return _("This chapter is by %s.") % chapter.signed_by.name


def _place(series: Series, number: int, site: str) -> book.Place:
    return book.Place(series.title, site + reverse("series:series", args=[series.pk]), number)


def _pictures(stories: Iterable[book.Story], site: str) -> Iterator[book.Picture]:
    """Yield the pictures of the texts that the archive itself keeps, each once."""
    described: dict[tuple[str, str], bool] = {}
    for story in stories:
        for chapter in story.chapters:
            for address, name, words in _PICTURE.findall(chapter.html):
                if address.startswith(("/", f"{site}/")):
                    one = address, name
                    described[one] = described.get(one, True) and bool(words)
    for (address, name), is_described in described.items():
        file = picture_file(name)
        if file:
            yield book.Picture(address, file, is_described)


def _words() -> book.Words:
    return book.Words(
        language=get_language() or "en",
        cover=_("Cover"),
        title_page=_("Title page"),
        contents=_("Contents"),
        summary=_("Summary"),
        notes=_("Notes on the story"),
        opening_note=_("Opening note"),
        closing_note=_("Closing note"),
        colophon=_("Where this comes from"),
    )
