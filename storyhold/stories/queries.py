"""Reading for a purpose: all that one page needs, in a fixed number of queries."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from secrets import randbelow
from typing import Any

from django.db.models import (
    Count,
    Exists,
    FilteredRelation,
    Max,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Sum,
    prefetch_related_objects,
)
from django.utils.timezone import now

from storyhold.accounts.models import Member, PenName
from storyhold.accounts.queries import Viewer
from storyhold.accounts.viewers import prepared_for_viewers
from storyhold.freshness.watching import changing, lasts
from storyhold.statements.prepared import prepared, take_for_known
from storyhold.stories.access import chapters_visible_to, is_listed_for, is_writer
from storyhold.stories.counting import how_many
from storyhold.stories.models import (
    Authorship,
    Chapter,
    ChapterText,
    ReadMark,
    ReadsOfDay,
    Revision,
    Story,
)

WITH_PEN_NAMES = Prefetch(
    "authorships",
    Authorship.objects.select_related("pen_name").defer(
        "pen_name__bio_source", "pen_name__bio_html"
    ),
)
WITH_TAGS: Prefetch[str] = Prefetch("tags_by_kind")
# What a page of text does not show; some of it is long.
NOT_BESIDE_TEXT = (
    "opening_note_source",
    "closing_note_source",
    "signed_by__bio_source",
    "signed_by__bio_html",
    "story__found_by",
    "story__summary_source",
    "story__summary_html",
    "story__notes_source",
    "story__notes_html",
)


def for_listing(stories: QuerySet[Story]) -> QuerySet[Story]:
    """Add what blurbs show; three queries however many stories there are."""
    return without_long_texts(stories).prefetch_related(WITH_PEN_NAMES, WITH_TAGS)


def without_long_texts(stories: QuerySet[Story]) -> QuerySet[Story]:
    """Add ratings, and leave out what blurbs do not show; the rest is for `prefetch_blurbs`."""
    return stories.select_related("rating").defer("found_by", "summary_source", "notes_source")


def prefetch_blurbs(stories: Sequence[Story]) -> None:
    """Add what blurbs show to stories from several lists; two queries for all of them."""
    prefetch_related_objects(stories, WITH_PEN_NAMES, WITH_TAGS)


def for_byline(stories: QuerySet[Story]) -> QuerySet[Story]:
    """Add rating and authors; two queries."""
    return stories.select_related("rating").prefetch_related(WITH_PEN_NAMES)


@dataclass(frozen=True)
class ChapterToRead:
    """A chapter with its story, rating and authors, among all of the story the viewer may see."""

    chapter: Chapter
    html: str
    chapters: Sequence[Chapter]  # in order, without their texts

    @property
    def previous(self) -> Chapter | None:
        """The chapter before."""
        place = self.chapters.index(self.chapter)
        return self.chapters[place - 1] if place > 0 else None

    @property
    def next(self) -> Chapter | None:
        """The chapter after."""
        place = self.chapters.index(self.chapter)
        return self.chapters[place + 1] if place + 1 < len(self.chapters) else None


def chapter_to_read(viewer: Viewer, story_id: int, number: int) -> ChapterToRead | None:
    """Return what the page of a chapter shows, where the viewer's door lets it through.

    Two queries, however many chapters and authors the story has.
    """
    found = _chapters_with_one_text(viewer, story_id, number)
    for chapter in found:
        if chapter.number == number:
            signed = _authorships_of(story_id)
            take_for_known(chapter.story, "authorships", Authorship.objects.all(), signed)
            return ChapterToRead(chapter, _html_of(chapter), found)
    return None


def _html_of(chapter: Chapter) -> str:
    text: ChapterText | None = getattr(chapter, "text_here", None)
    return text.html if text else ""


@prepared_for_viewers(int, int)
def _chapters_with_one_text(viewer: Viewer, story: int, number: int) -> QuerySet[Chapter]:
    # Joined for the one chapter alone: its neighbors' texts stay where they are.
    text_here = FilteredRelation("text", condition=Q(number=number))
    of_story = chapters_visible_to(viewer).filter(story=story).annotate(text_here=text_here)
    with_story = of_story.select_related("text_here", "signed_by", "story__rating")  # type: ignore[misc]
    return with_story.defer(*NOT_BESIDE_TEXT).order_by("number")


@prepared(int)
def _authorships_of(story: int) -> QuerySet[Authorship]:
    signed = Authorship.objects.filter(story=story).select_related("pen_name")
    return signed.defer("pen_name__bio_source", "pen_name__bio_html")


def chapters_listed(chapters: QuerySet[Chapter], story: Story) -> list[Chapter]:
    """Return the story's chapters that the viewer's door lets through, in order; one query.

    Each with the pen name that signs it.
    """
    listed = chapters.filter(story=story).select_related("signed_by")
    return list(listed.defer("signed_by__bio_source", "signed_by__bio_html").order_by("number"))


def contributors_among(chapters: Iterable[Chapter], story: Story) -> list[PenName]:
    """Return those who signed public chapters of the story without signing the story, each once.

    No query: the chapters come with their signers, the story with its authors.
    """
    authors = set(story.authors_shown)
    signers = [each.signed_by for each in chapters if each.is_writers_own and each.is_public]
    return list(dict.fromkeys(each for each in signers if each and each not in authors))


def chapters_with_text(chapters: QuerySet[Chapter], story: Story) -> list[Chapter]:
    """Return the story's chapters with their texts, for the whole story on one page."""
    listed = chapters.filter(story=story).select_related("text", "signed_by")
    return list(listed.order_by("number"))


def newest(stories: QuerySet[Story]) -> QuerySet[Story]:
    """Order by the day of publication, newest first."""
    return stories.order_by("-published_at", "-pk")


def by_chance(stories: QuerySet[Story], *, most: int) -> list[Story]:
    """Return some of the stories, drawn anew each time; their ids are read, and only theirs."""
    lasts(60)
    ids = list(stories.order_by().values_list("pk", flat=True))
    drawn = random.sample(ids, k=min(most, len(ids)))
    return list(stories.filter(pk__in=drawn))


def lately_updated(stories: QuerySet[Story]) -> QuerySet[Story]:
    """Order by the day of the newest chapter."""
    return stories.order_by("-updated_at", "-pk")


def updated_within(stories: QuerySet[Story], *, days: int) -> QuerySet[Story]:
    """Return those with a new chapter within so many days; with 0, all of them."""
    if not days:
        return stories
    lasts(60)
    return stories.filter(updated_at__gte=now() - timedelta(days=days))


def any_one(stories: QuerySet[Story]) -> Story | None:
    """Return one by chance, each as likely as any other; two queries.

    Counted off, because a database that orders by chance sorts all of them first.
    """
    count = stories.count()
    place = randbelow(count) if count else 0
    return next(iter(stories.order_by("title_key", "pk")[place : place + 1]), None)


def for_desk(stories: QuerySet[Story]) -> QuerySet[Story]:
    """Add authors, rating, and numbers over drafts too; the last written first. Two queries.

    Each story has `chapters_written`, `drafts`, `held`, `words_written` and `last_saved_at`.
    """
    # Not the drafts for a round robin: how many others write is nobody's business yet.
    shown = Q(chapters__is_writers_own=False) | Q(chapters__is_public=True)
    kept = Q(chapters__deleted_at=None) & shown
    counted = for_byline(stories).annotate(
        chapters_written=Count("chapters", filter=kept),
        drafts=Count("chapters", filter=kept & Q(chapters__is_public=False)),
        held=Count("chapters", filter=kept & Q(chapters__held_at__isnull=False)),
        words_written=Sum("chapters__word_count", filter=kept, default=0),
        last_saved_at=Max("chapters__saved_at", filter=kept),
    )
    return counted.order_by("-last_saved_at", "-pk")


def with_story(chapters: QuerySet[Chapter]) -> QuerySet[Chapter]:
    """Add to each chapter its story and the story's authors; two queries."""
    authors = Prefetch("story__authorships", Authorship.objects.select_related("pen_name"))
    return chapters.select_related("story").prefetch_related(authors)


def members_who_sign(story: Story) -> list[Member]:
    """Return the members behind the story's authors; one query."""
    signed = Authorship.objects.filter(story=story, accepted_at__isnull=False)
    return list(Member.objects.filter(pen_names__authorships__in=signed).distinct())


def signature_of(member: Member, story: Story) -> PenName:
    """Return the pen name with which an author of the story signs it."""
    mine = Authorship.objects.filter(story=story, pen_name__member=member)
    signed = mine.filter(accepted_at__isnull=False).select_related("pen_name")
    return signed.order_by("position", "pk")[0].pen_name


def signature_under(chapter: Chapter, member: Member) -> PenName:
    """Return the pen name with which a member who may change the chapter stands for it."""
    if chapter.signed_by is not None and is_writer(member, chapter):
        return chapter.signed_by
    return signature_of(member, chapter.story)


def revisions_listed(revisions: QuerySet[Revision], chapter: Chapter) -> QuerySet[Revision]:
    """Return the chapter's revisions without their texts, newest first."""
    listed = revisions.filter(chapter=chapter).order_by("-number")
    return listed.defer("source_packed", "html_packed", "opening_note", "closing_note")


def signed_with(stories: QuerySet[Story], pen_name: PenName) -> QuerySet[Story]:
    """Return those among `stories` that this pen name signs."""
    signed = Authorship.objects.filter(pen_name=pen_name, accepted_at__isnull=False)
    return stories.filter(pk__in=signed.values("story"))


def authors_for(viewer: Viewer) -> QuerySet[PenName]:
    """Return the pen names that sign any story listed for the viewer."""
    return PenName.objects.filter(Exists(_signatures(viewer).filter(pen_name=OuterRef("pk"))))


def with_story_counts(viewer: Viewer, pen_names: QuerySet[PenName]) -> QuerySet[Any]:
    """Give each as `story_count` how many stories listed for the viewer it signs."""
    signed = _signatures(viewer).filter(pen_name=OuterRef("pk"))
    return pen_names.annotate(story_count=how_many(signed))


def _signatures(viewer: Viewer) -> QuerySet[Authorship]:
    accepted = Authorship.objects.filter(accepted_at__isnull=False)
    return accepted.filter(is_listed_for(viewer, at="story__"))


def totals_of(stories: QuerySet[Story]) -> dict[str, int]:
    """Return how many `stories`, `chapters`, `words` and `reviews` these are together."""
    return stories.aggregate(
        stories=Count("pk"),
        chapters=Sum("chapter_count", default=0),
        words=Sum("word_count", default=0),
        reviews=Sum("review_count", default=0),
    )


def sums_of(stories: QuerySet[Story]) -> dict[str, int]:
    """Return the `words`, `reads`, `reviews`, `kudos` and `kept` of these stories together."""
    return stories.aggregate(
        words=Sum("word_count", default=0),
        reads=Sum("read_count", default=0),
        reviews=Sum("review_count", default=0),
        kudos=Sum("kudos_count", default=0),
        kept=Sum("bookmark_count", default=0),
    )


def reads_by_day(stories: QuerySet[Story], since: date) -> dict[date, int]:
    """Return how often any of the stories was read on each day since; days without are left out."""
    days = ReadsOfDay.objects.filter(story__in=stories.order_by(), chapter=None, day__gte=since)
    return dict(days.values("day").annotate(found=Sum("reads")).values_list("day", "found"))


def readers_today() -> int:
    """Return how many visitors have read something today; nobody knows who they are."""
    marks = ReadMark.objects.filter(day=now().date())
    with changing(60):
        return marks.order_by().values("visitor").distinct().count()


def newest_revision(revisions: QuerySet[Revision], chapter: Chapter) -> Revision | None:
    """Return what the chapter was saved as last."""
    return revisions.filter(chapter=chapter, number=chapter.revision_number).first()


def next_number(chapters: QuerySet[Chapter], story: Story) -> int:
    """Return the number that one more chapter would have."""
    last = chapters.filter(story=story).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def signers(story: Story) -> dict[int, PenName]:
    """Return the names under which the authors' other authors know them, by id of the member.

    From the authors that `for_byline` has loaded. A member's default name is nobody's business.
    """
    return {pen_name.member_id: pen_name for pen_name in story.authors_shown}


def invitations_listed(invitations: QuerySet[Authorship]) -> QuerySet[Authorship]:
    """Add what an invitation shows: the story with its authors, and the name invited."""
    of_story = Prefetch("story", for_byline(Story.objects.all()))
    return invitations.select_related("pen_name").prefetch_related(of_story).order_by("invited_at")


def counts_by_rating(stories: QuerySet[Story]) -> dict[int, int]:
    """Return how many of the stories each rating has, by its id; one query."""
    rated = stories.order_by().filter(rating__isnull=False)
    return dict(rated.values_list("rating").annotate(how_many=Count("pk")))
