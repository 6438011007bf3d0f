"""Kudos: one from each reader of a story."""

from django.db import IntegrityError, transaction
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.archive.queries import the_archive
from storyhold.notices.actions import tell
from storyhold.reviews.actions.counting import refresh_kudos_counter
from storyhold.reviews.models import Kudos
from storyhold.reviews.refusals import KudosAreLeft, KudosAreOff, KudosForOwnStory
from storyhold.stories.models import Story
from storyhold.stories.queries import members_who_sign
from storyhold.stories.reads import mark_of


@transaction.atomic
def leave_kudos(story: Story, *, by: Member | None, visitor: str) -> None:
    """Thank the authors: a member once, a guest (`visitor`, in any form) once a day.

    Of a guest we keep what `stories.reads` keeps of a reader, and forget it as soon.
    Raises `KudosAreOff`, `KudosForOwnStory`, `KudosAreLeft`.
    """
    if not the_archive().has_kudos:
        raise KudosAreOff
    authors = members_who_sign(story)
    if by in authors:
        raise KudosForOwnStory
    mark = None if by else mark_of(f"kudos {visitor}")
    _save(Kudos(story=story, member=by, visitor=mark, given_on=now().date()))
    refresh_kudos_counter(story)
    about = f"kudos:{story.pk}:{now().date()}"  # told once a day, however many there are
    tell(authors, "kudos", about=about, path=story.get_absolute_url(), title=story.title)


def _save(kudos: Kudos) -> None:
    try:
        with transaction.atomic():
            kudos.save()
    except IntegrityError as there_already:
        raise KudosAreLeft from there_already


def forget_visitors() -> None:
    """Forget which guests left kudos before today; that somebody did stays."""
    past = Kudos.objects.filter(visitor__isnull=False, given_on__lt=now().date())
    past.update(visitor=None)
