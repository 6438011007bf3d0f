"""Reading the sample's texts from their files."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

TEXTS = Path(__file__).resolve().parent / "texts"

Table = dict[str, Any]


@dataclass(frozen=True)
class StoryFolder:
    """One story's folder: its table, and the texts of its chapters."""

    name: str
    table: Table

    def text_of(self, chapter: Table) -> str:
        """Return the source of one of its chapters."""
        file = TEXTS / "stories" / self.name / str(chapter["file"])
        return file.read_text(encoding="utf-8")


def people() -> list[Table]:
    """Return everybody: authors, readers, and the two who keep the place."""
    return _table("people.toml")["person"]  # type: ignore[no-any-return]


def tags() -> list[Table]:
    """Return the vocabularies; a parent comes before its children."""
    return _table("tags.toml")["tag"]  # type: ignore[no-any-return]


def series() -> list[Table]:
    """Return the series, those inside others first."""
    every = _table("series.toml")["series"]
    return sorted(every, key=lambda one: any(isinstance(item, dict) for item in one["items"]))


def profile_fields() -> list[Table]:
    """Return what profiles are asked, each with the answers by people's keys."""
    return _table("profiles.toml")["field"]  # type: ignore[no-any-return]


def kept() -> list[Table]:
    """Return what people keep of others."""
    return _table("kept.toml")["kept"]  # type: ignore[no-any-return]


def shelves() -> list[Table]:
    """Return how far people are in stories, and on which shelves these stand."""
    return _table("shelves.toml")["shelved"]  # type: ignore[no-any-return]


def betas() -> Table:
    """Return what beta readers offer and note, by kind."""
    return _table("betas.toml")


def reviews_of_series() -> list[Table]:
    """Return what people say of whole series."""
    return _table("kept.toml")["reviewed"]  # type: ignore[no-any-return]


def challenges() -> list[Table]:
    """Return what people dare each other to write."""
    return _table("challenges.toml")["challenge"]  # type: ignore[no-any-return]


def talk() -> Table:
    """Return what people say outside of stories, by kind."""
    return _table("talk.toml")


def stories() -> list[StoryFolder]:
    """Return all stories, oldest first."""
    folders = (
        StoryFolder(file.parent.name, tomllib.loads(file.read_text(encoding="utf-8")))
        for file in (TEXTS / "stories").glob("*/story.toml")
    )
    return sorted(folders, key=lambda folder: (folder.table["published"], folder.name))


def words_of_the_crowd() -> dict[str, list[str]]:
    """Return what names and titles of the crowd are made of, by kind."""
    return {kind: words.split() for kind, words in _table("crowd.toml").items()}


def moment(day: date, *, hour: int = 18) -> datetime:
    """Return a day of the files as a moment, in UTC."""
    return datetime.combine(day, time(hour), tzinfo=UTC)


def _table(name: str) -> Table:
    return tomllib.loads((TEXTS / name).read_text(encoding="utf-8"))
