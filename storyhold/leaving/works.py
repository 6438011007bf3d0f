"""Which of a member's works go with them."""

from django.db.models import Q, QuerySet

from storyhold.accounts.models import Member, PenName
from storyhold.series.models import Series
from storyhold.stories.access import chapters_written_by
from storyhold.stories.actions.news import withdraw_news_of
from storyhold.stories.actions.ordering import close_gaps
from storyhold.stories.actions.submitting import stop_waiting
from storyhold.stories.models import Authorship, Chapter, Story

UNSEEN = Q(is_public=False) | Q(deleted_at__isnull=False)  # stories, and chapters


def written_by(member: Member) -> QuerySet[Story]:
    """Return all stories that the member signs, alone or with others."""
    return Story.objects.filter(pk__in=_signed_with(member.pen_names.all()))


def delete_works(member: Member, *, everything: bool) -> None:
    """Delete the drafts and the trash, or `everything`, in the caller's transaction.

    But not what belongs to others as well.
    """
    alone = _written_alone(member)
    doomed = alone if everything else alone.filter(UNSEEN)
    for story in doomed:
        withdraw_news_of(story)
        stop_waiting(story)
    doomed.delete()
    _delete_unseen_chapters(member)
    if everything:
        Series.objects.filter(owner__member=member).delete()


def _written_alone(member: Member) -> QuerySet[Story]:
    added_to = Chapter.objects.filter(signed_by__in=_others(member))
    with_others = Q(pk__in=_signed_with(_others(member))) | Q(pk__in=added_to.values("story"))
    return written_by(member).exclude(with_others)


def _delete_unseen_chapters(member: Member) -> None:
    """Delete chapters that nobody but the member could see, of stories that stay."""
    shared = Q(is_writers_own=False, story__in=_signed_with(_others(member)))
    unseen = chapters_written_by(member).filter(~shared, UNSEEN)
    stories = list(Story.objects.filter(pk__in=unseen.values("story")))
    unseen.delete()
    for story in stories:
        close_gaps(story)


def _signed_with(pen_names: QuerySet[PenName]) -> QuerySet[Authorship, int]:
    signed = Authorship.objects.filter(pen_name__in=pen_names, accepted_at__isnull=False)
    return signed.values_list("story", flat=True)


def _others(member: Member) -> QuerySet[PenName]:
    return PenName.objects.exclude(member=member)
