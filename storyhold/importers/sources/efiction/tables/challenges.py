"""Challenges, a module's."""

from collections.abc import Iterator
from dataclasses import dataclass

from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.tables.stories import named
from storyhold.importers.sources.efiction.tables.vocabularies import Vocabularies


@dataclass(frozen=True, slots=True, kw_only=True)
class OldChallenge:
    """An idea for a story. Its author is 0 for a guest, or a member who is gone."""

    number: int
    title: str
    summary: str
    author: int
    name: str
    categories: tuple[int, ...]
    characters: tuple[int, ...]
    classes: tuple[int, ...] = ()


def challenges(site: OldSite, known: Vocabularies) -> Iterator[OldChallenge]:
    """Yield all challenges by number."""
    for row in site.read("challenges", order=("chalid",)):
        yield OldChallenge(
            number=row.whole("chalid"),
            title=row.line("title"),
            summary=row.html("summary"),
            author=row.whole("uid"),
            name=row.line("challenger"),
            categories=named(row, "catid", known.categories),
            characters=named(row, "characters", known.characters),
        )


def answered(site: OldSite, table: str, key: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers of stories or series with those of the challenges they answer."""
    for row in site.quiet.read(table, order=(key,), columns=(key, "challenges")):
        for challenge in row.numbers("challenges"):
            yield row.whole(key), challenge
