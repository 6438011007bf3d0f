"""Stories, without their chapters."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.tables.co_authors import CoAuthors
from storyhold.importers.sources.efiction.tables.references import References
from storyhold.importers.sources.efiction.tables.vocabularies import Vocabularies
from storyhold.importers.sources.efiction.values import lists

IS_FEATURED = 1  # 2 was so once
IS_PUBLIC, IS_TRUSTED = 1, 2  # `validated`


@dataclass(frozen=True, slots=True, kw_only=True)
class OldStory:
    """A story. Its author may not be there any more; `author` is 0 where none is named."""

    number: int
    title: str
    summary: str
    notes: str
    author: int
    co_authors: tuple[int, ...]
    categories: tuple[int, ...]
    classes: tuple[int, ...]
    characters: tuple[int, ...]
    rating: int | None
    challenges: tuple[int, ...]
    published: datetime | None
    updated: datetime | None
    language: str
    is_public: bool
    is_trusted: bool
    is_featured: bool
    was_featured: bool
    is_complete: bool
    is_round_robin: bool
    views: int


class StoryReader:
    """Reads rows of stories and says which of their references lead nowhere."""

    def __init__(self, site: OldSite, vocabularies: Vocabularies) -> None:
        self._site, self._known = site, vocabularies
        self._co_authors = CoAuthors(site)

    def rows(self) -> Iterator[tuple[int, OldRow]]:
        """Yield the rows of all stories with their numbers, by these."""
        for row in self._site.read("stories", order=("sid",)):
            yield row.whole("sid"), row

    def read(self, row: OldRow) -> OldStory:
        """Return the story in a row."""
        validated, featured = row.whole("validated"), row.whole("featured")
        return OldStory(
            number=row.whole("sid"),
            title=row.line("title"),
            summary=row.html("summary"),
            notes=row.html("storynotes"),
            author=row.whole("uid"),
            co_authors=self._co_authors.of(row),
            categories=self._categories(row),
            classes=named(row, "classes", self._known.classes),
            characters=named(row, "charid", self._known.characters),
            rating=self._rating(row),
            challenges=row.numbers("challenges"),
            published=row.date("date"),
            updated=row.date("updated"),
            language=row.line("epublang"),
            is_public=validated >= IS_PUBLIC,
            is_trusted=validated == IS_TRUSTED,
            is_featured=featured == IS_FEATURED,
            was_featured=featured > IS_FEATURED,
            is_complete=row.flag("completed"),
            is_round_robin=row.flag("rr"),
            views=max(row.whole("count"), 0),
        )

    def _categories(self, row: OldRow) -> tuple[int, ...]:
        if not self._known.categories.numbers:
            return ()  # a site of one category needs none
        found = named(row, "catid", self._known.categories)
        if not found:
            row.say("story without a category", "catid", title=row.line("title"))
        return found

    def _rating(self, row: OldRow) -> int | None:
        word = row.line("rid")
        found = self._known.ratings.one(word)
        if found is None and word not in ("", "0"):
            row.say("rating unknown", "rid", title=row.line("title"), word=word)
        elif found is not None and not word.isdecimal():
            row.say("rating by name", "rid", title=row.line("title"), word=word)
        return found


def named(row: OldRow, column: str, known: References) -> tuple[int, ...]:
    """Return what a list names, and say what it names that is not there."""
    text = row.unslashed(column)
    if not text:
        return ()
    if lists.is_full(text):
        row.say("list fills its column", column, text=text[-40:])
    found = known.named_in(text)
    if found.unknown:
        row.say("list names what is gone", column, words=", ".join(found.unknown))
    return found.known
