"""Writing together."""

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import now

from storyhold.accounts.models import PenName
from storyhold.accounts.queries import pen_name_called
from storyhold.archive.queries import the_archive
from storyhold.notices.actions import tell, withdraw
from storyhold.prose.one_line import one_line
from storyhold.stories.actions.news import announce
from storyhold.stories.models import Authorship, Story
from storyhold.stories.refusals import (
    CoAuthorsAreNotAllowed,
    IsAuthorAlready,
    LastAuthor,
    NoSuchAuthor,
)


@transaction.atomic
def invite_co_author(story: Story, *, name: str) -> Authorship:
    """Offer a place among the authors; nothing is signed before they accept.

    Raises `CoAuthorsAreNotAllowed`, `NoSuchAuthor` or `IsAuthorAlready`.
    """
    if not the_archive().co_authors_allowed:
        raise CoAuthorsAreNotAllowed
    invited = pen_name_called(name)
    if invited is None:
        raise NoSuchAuthor(name=one_line(name))
    # So that two who invite the same person at once do not both get past the next line.
    Story.objects.select_for_update().get(pk=story.pk)
    # Asks for this name alone: a no to another name of an author would tie the two in public.
    if story.authorships.filter(pen_name=invited).exists():
        raise IsAuthorAlready(name=invited.name)
    authorship = Authorship.objects.create(
        story=story, pen_name=invited, position=story.authorships.count()
    )
    _tell(authorship)
    return authorship


def _tell(authorship: Authorship) -> None:
    tell(
        [authorship.pen_name.member],
        "invitation",
        about=_about(authorship),
        path=reverse("desk:invitations"),
        title=authorship.story.title,
        name=authorship.pen_name.name,
    )


def _about(authorship: Authorship) -> str:
    return f"authorship:{authorship.pk}"


@transaction.atomic
def accept_co_authorship(authorship: Authorship) -> None:
    """Sign the story: from now on its co-author may change it.

    An invitation that was withdrawn a moment ago stays withdrawn.
    Raises `CoAuthorsAreNotAllowed`.
    """
    if not the_archive().co_authors_allowed:
        raise CoAuthorsAreNotAllowed
    withdraw(_about(authorship))
    offered = Authorship.objects.filter(pk=authorship.pk, accepted_at=None)
    if offered.update(accepted_at=now()):
        announce(authorship.story)


@transaction.atomic
def decline_co_authorship(authorship: Authorship) -> None:
    """Say no to an invitation, or take one back; one accepted a moment ago stays accepted."""
    withdraw(_about(authorship))
    Authorship.objects.filter(pk=authorship.pk, accepted_at=None).delete()


@transaction.atomic
def leave_story(story: Story, *, pen_name: PenName) -> None:
    """Take one's name off a story written with others. Raises `LastAuthor`."""
    Story.objects.select_for_update().get(pk=story.pk)
    others = story.authorships.exclude(pen_name=pen_name).filter(accepted_at__isnull=False)
    if not others.exists():
        raise LastAuthor
    story.authorships.filter(pen_name=pen_name).delete()
    announce(story)


@transaction.atomic
def sign_with(story: Story, *, old: PenName, new: PenName) -> None:
    """Sign a story, and the chapters signed so, with another name of the same member."""
    if old == new:
        return
    if story.authorships.filter(pen_name=new, accepted_at__isnull=False).exists():
        story.authorships.filter(pen_name=old).delete()
    else:
        story.authorships.filter(pen_name=new).delete()  # an invitation, answered by this
        story.authorships.filter(pen_name=old).update(pen_name=new)
    story.chapters.filter(signed_by=old).update(signed_by=new)
    announce(story)
