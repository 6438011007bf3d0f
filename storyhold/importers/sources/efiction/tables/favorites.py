"""What members kept and what they followed."""

from collections.abc import Iterator
from dataclasses import dataclass

from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.old_site import OldSite

STORY, SERIES, AUTHOR = "ST", "SE", "AU"


@dataclass(frozen=True, slots=True)
class OldFavorite:
    """Something that a member kept."""

    member: int
    type: str
    item: int
    comment: str
    row: OldRow

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.member}:{self.type}:{self.item}"

    @property
    def texts(self) -> str:
        """What is to be composed."""
        return self.comment


def favorites(site: OldSite) -> Iterator[OldFavorite]:
    """Yield all favorites."""
    for row in site.read("favorites", order=("uid", "item")):
        type_ = row.text("type").strip()
        yield OldFavorite(row.whole("uid"), type_, row.whole("item"), row.html("comments"), row)


def told_of_favorites(site: OldSite) -> set[int]:
    """Return the members who wanted to hear of what they had kept."""
    return {row.whole("uid") for row in site.quiet.read("authorprefs") if row.flag("alertson")}
