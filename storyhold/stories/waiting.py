"""What waits for a moderator, read for a purpose."""

from collections.abc import Iterable, Sequence

from django.db.models import Prefetch, Q, QuerySet

from storyhold.accounts.models import Member
from storyhold.stories.models import Authorship, Chapter, Story
from storyhold.stories.queries import for_listing, members_who_sign


def is_held(story: Story) -> bool:
    """Whether a chapter of it waits; one query."""
    return story.chapters.filter(deleted_at=None, held_at__isnull=False).exists()


def any_held(chapters: Iterable[Chapter]) -> bool:
    """Whether one of these chapters waits."""
    return any(chapter.held_at for chapter in chapters)


def longest_waiting(chapters: QuerySet[Chapter]) -> QuerySet[Chapter]:
    """Add to each its story with authors, rating and tags; what waits longest comes first."""
    whole = Prefetch("story", for_listing(Story.objects.all()))
    return chapters.prefetch_related(whole).order_by("held_at", "story", "number")


def with_text(chapters: QuerySet[Chapter]) -> QuerySet[Chapter]:
    """Add text and signer; in the same query."""
    return chapters.select_related("text", "signed_by__member")


def members_to_tell(chapter: Chapter) -> list[Member]:
    """Return the members whose words the chapter is: of a round robin, its writer alone."""
    return writers_of(chapter) if chapter.is_writers_own else members_who_sign(chapter.story)


def writers_of(chapter: Chapter) -> list[Member]:
    """Return the member who signs the chapter; where nobody does, those who sign its story."""
    if chapter.signed_by is not None:
        return [chapter.signed_by.member]
    return members_who_sign(chapter.story)


def written_by(chapters: QuerySet[Chapter], members: Sequence[Member]) -> QuerySet[Chapter]:
    """Return those of which one of the members is among the `writers_of`."""
    signed = Authorship.objects.filter(pen_name__member__in=members, accepted_at__isnull=False)
    unsigned = Q(signed_by=None, story__in=signed.values("story"))
    return chapters.filter(Q(signed_by__member__in=members) | unsigned)
