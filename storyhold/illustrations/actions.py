"""Bringing an illustration, saying what it shows, and taking it away."""

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import Member
from storyhold.archive.queries import the_archive
from storyhold.illustrations.models import Illustration
from storyhold.illustrations.refusals import IllustrationsAreNotAllowed, TooManyIllustrations
from storyhold.illustrations.rules import (
    LONGEST_DESCRIPTION,
    LONGEST_FILE_NAME,
    LONGEST_SIDE,
)
from storyhold.pictures import files
from storyhold.pictures.making import make_anew
from storyhold.prose.one_line import one_line


@transaction.atomic
def add_illustration(
    member: Member, brought: bytes, *, file_name: str, description: str
) -> Illustration:
    """Keep a picture for the member's stories, as far as the house rules let them.

    Raises `IllustrationsAreNotAllowed`, `TooManyIllustrations`, `NotAPicture` and
    `PictureIsTooLarge`.
    """
    most = the_archive().most_illustrations
    if not most:
        raise IllustrationsAreNotAllowed
    # The member first: two pictures that come at once are counted one after the other.
    Member.objects.select_for_update().get(pk=member.pk)
    if member.illustrations.count() >= most:
        raise TooManyIllustrations(most=most)
    return keep_illustration(member, brought, file_name=file_name, description=description)


@transaction.atomic
def keep_illustration(
    member: Member,
    brought: bytes,
    *,
    file_name: str = "",
    description: str = "",
    old_path: str = "",
) -> Illustration:
    """Keep a picture whatever the house rules say: for an archive that moves in.

    `old_path` is where the old archive had it. Raises `NotAPicture` and `PictureIsTooLarge`.
    """
    picture = make_anew(brought, longest_side=LONGEST_SIDE)
    with files.kept(picture.webp) as name:
        return Illustration.objects.create(
            member=member,
            picture=name,
            width=picture.width,
            height=picture.height,
            description=one_line(description)[:LONGEST_DESCRIPTION],
            file_name=one_line(file_name)[-LONGEST_FILE_NAME:],
            old_path=old_path,
            added_at=now(),
        )


def describe_illustration(illustration: Illustration, *, description: str) -> None:
    """Say anew what a picture shows; stories that show it already keep the words they have."""
    illustration.description = one_line(description)[:LONGEST_DESCRIPTION]
    illustration.save(update_fields=["description"])


def delete_illustration(illustration: Illustration) -> None:
    """Remove a picture; stories that show it then show its description."""
    illustration.delete()
