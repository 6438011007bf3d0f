"""What is remembered of the story on a page: where to read on, and on which shelf it stands."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from storyhold.accounts.models import Member
from storyhold.reading.actions.placing import note_place
from storyhold.reading.models import Progress, Shelf
from storyhold.reading.queries import WayOn, being_read, way_on
from storyhold.stories.models import Chapter
from storyhold.web.parts.readers import is_fetched_ahead
from storyhold.web.parts.ties import Ties

MOST_ON_HOME = 3


@dataclass(frozen=True)
class Remembered:
    """What is remembered of a story: of a member here, of a guest by the guest's device alone."""

    chapters: Sequence[Chapter]
    is_guest: bool = False
    is_noting: bool = False  # a member's places are noted
    progress: Progress | None = None
    way: WayOn | None = None
    here: Chapter | None = None  # whose page this is

    @property
    def is_further_on(self) -> bool:
        """Whether the member stopped somewhere behind the head of the chapter that is shown."""
        if self.way is None or self.here is None or self.progress is None:
            return False
        if self.way.chapter != self.here:
            return self.way.chapter.number > self.here.number
        return self.way.paragraph > 1 or self.progress.is_end

    @property
    def shelves(self) -> list[tuple[Shelf, bool]]:
        """All shelves, each with whether the story stands on it."""
        return (self.progress or Progress()).shelves

    @property
    def facts(self) -> str:
        """What a device must know of the chapters to find the way on."""
        return json.dumps(facts_of(self.chapters), separators=(",", ":"))

    @property
    def newest(self) -> int:
        """The second in which the newest public chapter came out; 0 where there is none."""
        return max((second for _pk, _number, second in facts_of(self.chapters)), default=0)


def facts_of(chapters: Sequence[Chapter]) -> list[tuple[int, int, int]]:
    """Return of each public chapter its id, its number and the second in which it came out."""
    return [
        (each.pk, each.number, int(each.published_at.timestamp()))
        for each in chapters
        if each.is_public and each.published_at
    ]


def remembered_of(
    request: HttpRequest,
    ties: Ties | None,
    chapters: Sequence[Chapter],
    here: Chapter | None = None,
) -> Remembered | None:
    """Return what is remembered of a story; None for its authors.

    Of a member by their ties to it, without a query. `here`: the chapter whose page this is.
    """
    member = request.user
    if not isinstance(member, Member):
        return Remembered(chapters, is_guest=True)
    if ties is None:
        return None
    way = way_on(ties.progress, chapters) if ties.progress else None
    return Remembered(
        chapters, is_noting=member.remembers_reading, progress=ties.progress, way=way, here=here
    )


def note_opened(request: HttpRequest, chapter: Chapter, remembered: Remembered | None) -> None:
    """Note that a member has opened the chapter: for those whose browser runs no script."""
    member = request.user
    if remembered and isinstance(member, Member) and _looks_at_it(request):
        note_place(chapter, by=member, known=remembered.progress)


def _looks_at_it(request: HttpRequest) -> bool:
    """Whether a person asks for the page, and not a script or a browser that guesses."""
    is_page = request.headers.get("Sec-Fetch-Dest", "document") == "document"
    return request.method == "GET" and is_page and not is_fetched_ahead(request)


def reading_on(request: HttpRequest) -> list[Progress]:
    """Return what a member read last and is not through with; one query, for guests none."""
    if not isinstance(request.user, Member):
        return []
    return being_read(request.user, most=MOST_ON_HOME)
