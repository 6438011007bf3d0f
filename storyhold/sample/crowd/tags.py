"""Vocabularies of the size that a large archive has."""

from collections.abc import Sequence
from dataclasses import dataclass

from storyhold.sample.crowd.invention import Invention
from storyhold.tags.models import Rating, Tag, TagKind

FANDOMS, CHARACTERS_OF_EACH = 60, 12


@dataclass(frozen=True)
class Fandom:
    """A fandom with its characters."""

    tag: Tag
    characters: Sequence[Tag]


@dataclass(frozen=True)
class Vocabularies:
    """What a story of the crowd is tagged with."""

    fandoms: Sequence[Fandom]
    categories: Sequence[Tag]
    warnings: Sequence[Tag]
    genres: Sequence[Tag]
    ratings: Sequence[Rating]

    def chosen(self, invention: Invention) -> list[Tag]:
        """Return the tags of one story; a few fandoms have most of them."""
        chance = invention.chance
        fandom = self.fandoms[min(int(chance.paretovariate(1.0)), len(self.fandoms)) - 1]
        return [
            chance.choice(self.categories),
            fandom.tag,
            chance.choice(self.warnings),
            *chance.sample(fandom.characters, k=chance.randint(1, 3)),
            *chance.sample(self.genres, k=chance.randint(1, 2)),
        ]


def make_vocabularies(invention: Invention) -> Vocabularies:
    """Add fandoms with their characters to what the archive has, and return what to choose from."""
    kinds = {kind.key: kind for kind in TagKind.objects.all()}
    worlds = _add(kinds["fandom"], [invention.world() for _ in range(FANDOMS)])
    return Vocabularies(
        fandoms=[
            Fandom(world, _add(kinds["character"], _names(invention), within=world))
            for world in worlds
        ],
        categories=list(Tag.objects.filter(kind=kinds["category"], children=None)),
        warnings=list(Tag.objects.filter(kind=kinds["warning"])),
        genres=list(Tag.objects.filter(kind=kinds["genre"])),
        ratings=list(Rating.objects.all()),
    )


def _names(invention: Invention) -> list[str]:
    return [invention.character() for _ in range(CHARACTERS_OF_EACH)]


def _add(kind: TagKind, names: list[str], *, within: Tag | None = None) -> Sequence[Tag]:
    tags = [Tag(kind=kind, within=within) for _name in names]
    for tag, name in zip(tags, names, strict=True):
        tag.call(name)
    return Tag.objects.bulk_create(tags)
