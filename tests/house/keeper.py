"""Somebody who keeps guests' pages as the process before us does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.test import Client

from storyhold.archive.queries import forget_archive
from storyhold.edge.notes import notes_in
from storyhold.freshness.hook import the_stamps
from storyhold.freshness.stamps import places_of
from storyhold.stories.choices import forget_choices
from storyhold.web.parts.blocks import forget_side


@dataclass
class Kept:
    """A page as it was made, and the stamps that stood there before."""

    body: bytes
    places: tuple[int, ...]
    stamps: tuple[int, ...]

    def is_fresh(self) -> bool:
        return the_stamps().values(self.places) == self.stamps


class Keeper:
    """A guest who asks for pages, and what was kept of the answers."""

    def __init__(self) -> None:
        self._guest = Client(**{"storyhold.from_edge": False})
        self.pages: dict[str, Kept] = {}

    def keep(self, addresses: Iterable[str]) -> None:
        """Keep the pages at these addresses, as far as they may be kept."""
        for address in addresses:
            picture = the_stamps().picture()
            answer = self._guest.get(address)
            body = answer.getvalue()
            fields = [(name.lower().encode(), value.encode()) for name, value in answer.items()]
            if notes := notes_in(fields):
                places = places_of(notes.subjects)
                stamps = tuple(picture[place] for place in places)
                self.pages[address] = Kept(body, places, stamps)

    def are_all_fresh(self) -> bool:
        return all(kept.is_fresh() for kept in self.pages.values())

    def stale(self) -> Iterator[str]:
        """Yield the addresses of pages that count as fresh, and are not as they would be made."""
        forget_everything()
        for address, kept in self.pages.items():
            if kept.is_fresh() and kept.body != self._guest.get(address).getvalue():
                yield address

    def keep_again(self) -> None:
        """Let all pages be fresh, because what was changed was taken back."""
        for kept in self.pages.values():
            kept.stamps = the_stamps().values(kept.places)


def forget_everything() -> None:
    """Forget what the process keeps in memory: it must not be as wrong as a page that is kept."""
    forget_archive()
    forget_choices()
    forget_side()
