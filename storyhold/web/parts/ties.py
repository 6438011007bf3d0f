"""What ties a reader to a story, a series or an author, and the buttons for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db.models import Exists, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse

from storyhold.accounts.models import Member, PenName
from storyhold.bookmarks.models import Bookmark, Subscription, Thing, field_of
from storyhold.reading.models import Progress
from storyhold.reading.queries import OF_ROW, progress_of_row, with_progress_in
from storyhold.reviews.models import Kudos
from storyhold.statements.prepared import Prepared
from storyhold.stories.models import Story


@dataclass(frozen=True)
class Ties:
    """What a member has done with a thing; and the page, to which every deed leads back."""

    sort: str  # story, series or author
    pk: int
    back: str
    bookmark: int | None  # its id
    is_followed: bool
    has_left_kudos: bool
    progress: Progress | None = None  # in a story

    @property
    def keep(self) -> str:
        """The address that keeps the thing."""
        return reverse(f"bookmarks:keep_{self.sort}", args=[self.pk])

    @property
    def follow(self) -> str:
        """The address that follows the thing, or follows it no longer."""
        deed = "unsubscribe" if self.is_followed else "subscribe"
        return reverse(f"bookmarks:{deed}_{self.sort}", args=[self.pk])


def ties_to_story(request: HttpRequest, story: Story) -> Ties | None:
    """Return what ties a member to a story that comes with its authors."""
    return ties_to(request, story, makers=story.authors_shown)


def ties_to(request: HttpRequest, thing: Thing, *, makers: Iterable[PenName]) -> Ties | None:
    """Return what ties a member to a thing, in one query; None for guests and its own makers."""
    member = request.user
    if not isinstance(member, Member) or member.pk in {maker.member_id for maker in makers}:
        return None
    sort = field_of(thing)
    (row,) = _TIES[sort](member.pk, thing.pk)
    deeds = row["kept"], row["is_followed"], row["is_thanked"]
    return Ties(sort, thing.pk, request.get_full_path(), *deeds, progress_of_row(row))


def _ties(sort: str, member: int, thing: int) -> QuerySet[Member, dict[str, Any]]:
    story = thing if sort == "story" else None
    kept = Bookmark.objects.filter(member=member, **{sort: thing})
    followed = Subscription.objects.filter(member=member, **{sort: thing})
    thanked = Kudos.objects.filter(member=member, story=story)
    rows: QuerySet[Member, dict[str, Any]]
    rows = with_progress_in(story, Member.objects.filter(pk=member)).values(
        *OF_ROW,
        kept=Subquery(kept.values("pk")[:1]),
        is_followed=Exists(followed),
        is_thanked=Exists(thanked),
    )
    return rows


_TIES = {sort: Prepared(partial(_ties, sort), int, int) for sort in ("story", "series", "author")}
