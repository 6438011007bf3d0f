"""Reading what is remembered: where to read on, shelves, and the history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    When,
)
from django.db.models.functions import Greatest

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.accounts.rules import name_key
from storyhold.common.alphabet import folded
from storyhold.reading.access import progress_of
from storyhold.reading.models import Progress, Shelf
from storyhold.stories.access import stories_visible_to
from storyhold.stories.counting import how_many
from storyhold.stories.models import Authorship, Chapter, Story
from storyhold.stories.queries import for_listing

LONG = (
    "note_source",
    "note_html",
    "story__found_by",
    "story__summary_source",
    "story__summary_html",
    "story__notes_source",
    "story__notes_html",
)
OF_CHAPTER = ("number", "story_id", "deleted_at")
OF_PROGRESS = (
    "id", "member_id", "story_id", "shelf", "chapter_id", "number", "paragraph", "mark", "is_end",
    "placed_at", "read_at", "touched_at",
)  # fmt: skip
OF_ROW = [
    *(f"remembered__{name}" for name in OF_PROGRESS),
    *(f"remembered__chapter__{name}" for name in OF_CHAPTER),
]


@dataclass(frozen=True)
class WayOn:
    """Where a member reads on, what of the story lies ahead, and how much of that is new."""

    chapter: Chapter
    paragraph: int  # 0 is the head
    ahead: int  # public chapters after the place
    new: int  # those of them that were published since

    @property
    def address(self) -> str:
        """The page, at the paragraph."""
        page = self.chapter.get_absolute_url()
        return f"{page}#p{self.paragraph}" if self.paragraph > 1 else page


def progress_in(story_id: int, *, member: Member) -> Progress | None:
    """Return what the member remembers of a story, with the chapter of the place; one query."""
    members = with_progress_in(story_id, Member.objects.filter(pk=member.pk))
    return progress_of_row(members.values(*OF_ROW).get())


def with_progress_in(story_id: int | None, members: QuerySet[Member]) -> QuerySet[Member]:
    """Join to each member what they remember of a story; for `values` with `OF_ROW`."""
    of_story = FilteredRelation("progress", condition=Q(progress__story=story_id))
    return members.annotate(remembered=of_story)


def progress_of_row(row: Mapping[str, Any]) -> Progress | None:
    """Return it from a row of values, with the chapter of the place."""
    if row["remembered__id"] is None:
        return None
    progress = Progress(**{name: row[f"remembered__{name}"] for name in OF_PROGRESS})
    if progress.chapter_id is not None:
        chapter = {name: row[f"remembered__chapter__{name}"] for name in OF_CHAPTER}
        progress.chapter = Chapter(pk=progress.chapter_id, **chapter)
    return progress


def way_on(progress: Progress, chapters: Sequence[Chapter]) -> WayOn | None:
    """Return where to read on, among the chapters the member may see, in order. No query.

    None before the first place, and where there is no chapter any more.
    """
    if progress.placed_at is None or not chapters:
        return None
    after = [each for each in chapters if each.number > progress.reached]
    ahead = [each for each in after if each.is_public and each.published_at]
    new = sum(each.published_at > progress.placed_at for each in ahead if each.published_at)
    here = next((each for each in chapters if each.pk == progress.chapter_id), None)
    if here is None or (progress.is_end and after):
        return WayOn(after[0] if after else chapters[-1], 0, len(ahead), new)
    return WayOn(here, progress.paragraph, len(ahead), new)


def shelf_of(member: Member, shelf: str) -> QuerySet[Story]:
    """Return the stories on a shelf (`Shelf`) that the member may see, the last touched first."""
    on_shelf = stories_visible_to(member).filter(progress__member=member, progress__shelf=shelf)
    return on_shelf.order_by("-progress__touched_at", "-pk")


@dataclass(frozen=True)
class Filled:
    """A shelf, and how many stories stand on it; in `unread` of them there is something to read."""

    shelf: Shelf
    stories: int
    unread: int


def filled_shelves(member: Member) -> list[Filled]:
    """Return all shelves with their numbers; one query."""
    counted = with_chapters_ahead(progress_of(member)).order_by().values_list("shelf").annotate(
        stories=Count("pk"), unread=Count("pk", filter=Q(ahead__gt=0))
    )  # fmt: skip
    found = {shelf: numbers for shelf, *numbers in counted}
    return [Filled(shelf, *found.get(shelf, (0, 0))) for shelf in Shelf]


def with_chapters_ahead(progress: QuerySet[Progress]) -> QuerySet[Progress]:
    """Count the public chapters after each place, as `ahead`, and as `new` those new since."""
    # As `Progress.reached`.
    own = Q(chapter__story=F("story"))
    at = Case(
        When(own & Q(chapter__deleted_at=None), then=F("chapter__number")),
        When(own, then=F("chapter__number") - 1),
        default=Greatest(F("number") - 1, 0),
    )
    after = Chapter.objects.filter(
        story=OuterRef("story"), deleted_at=None, is_public=True, number__gt=OuterRef("at")
    )
    new = after.filter(published_at__gt=OuterRef("placed_at"))
    return progress.annotate(at=at).annotate(ahead=how_many(after), new=how_many(new))


def with_something_ahead(progress: QuerySet[Progress]) -> QuerySet[Progress]:
    """Return those with public chapters after the place."""
    counted: QuerySet[Any] = with_chapters_ahead(progress)
    return counted.filter(ahead__gt=0)


def with_blurbs(progress: QuerySet[Progress]) -> QuerySet[Progress]:
    """Add all that blurbs show, and the chapter of the place; four queries in all."""
    story = Prefetch("story", for_listing(Story.objects.all()))
    chapter = Prefetch("chapter", Chapter.objects.only(*OF_CHAPTER))
    return with_chapters_ahead(progress).prefetch_related(story, chapter)


def being_read(member: Member, *, most: int) -> list[Progress]:
    """Return what the member read last and is not through with, the last first; one query."""
    begun = progress_of(member).filter(shelf=Shelf.READING, placed_at__isnull=False)
    shown = with_chapters_ahead(begun).select_related("story", "chapter").defer(*LONG)
    return list(shown.order_by("-read_at", "-pk")[:most])


def history_of(member: Viewer) -> QuerySet[Progress]:
    """Return what the member has opened, the last first."""
    return progress_of(member).filter(read_at__isnull=False).order_by("-read_at", "-pk")


def containing(progress: QuerySet[Progress], words: str) -> QuerySet[Progress]:
    """Return those whose title, summary, authors or own note hold all of these words."""
    for word in words.split():
        signed = Authorship.objects.filter(
            story=OuterRef("story"),
            accepted_at__isnull=False,
            pen_name__key__contains=name_key(word),
        )
        said = Q(story__found_by__contains=folded(word)) | Q(note_source__icontains=word)
        progress = progress.filter(said | Exists(signed))
    return progress
