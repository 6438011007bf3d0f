"""The picture of a tag."""

from django.db import transaction

from storyhold.pictures import files
from storyhold.pictures.making import make_anew
from storyhold.tags.models import Tag


@transaction.atomic
def give_picture(tag: Tag, brought: bytes) -> None:
    """Give a tag the picture in a file, in place of the one it has.

    Raises `NotAPicture` and `PictureIsTooLarge`.
    """
    picture = make_anew(brought)
    forget_picture(tag)
    with files.kept(picture.webp) as tag.picture:
        tag.picture_width, tag.picture_height = picture.width, picture.height
        tag.save(update_fields=["picture", "picture_width", "picture_height"])


@transaction.atomic
def take_picture(tag: Tag) -> None:
    """Take a tag's picture away."""
    forget_picture(tag)
    tag.picture = ""
    tag.save(update_fields=["picture"])


def forget_picture(tag: Tag) -> None:
    """Remove the file of a tag's picture once it is certain that nobody shows it."""
    name = tag.picture
    if name:
        transaction.on_commit(lambda: files.remove(name))
