"""The pictures a member brought for stories, as they are kept here."""

from storyhold.accounts.models import Member
from storyhold.illustrations.access import illustrations_of
from storyhold.leaving.package.files import Files
from storyhold.pictures.files import picture_file


def files_of_pictures(member: Member) -> Files:
    """Yield each picture under the name by which stories call it."""
    for illustration in illustrations_of(member):
        file = picture_file(illustration.picture)
        if file:
            yield f"pictures/{file.name}", file.read_bytes()
