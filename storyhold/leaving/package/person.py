"""Who the member is to the archive."""

from storyhold.accounts.models import Member
from storyhold.leaving.package.files import Files, json_file, rows_of


def files_of_person(member: Member) -> Files:
    """Yield the account and the pen names with their profiles."""
    account = {
        "email": member.email,
        "role": member.role,
        "joined_at": member.joined_at,
        "has_confirmed_age": member.has_confirmed_age,
        "is_trusted": member.is_trusted,
        "may_always_submit": member.may_always_submit,
        "remembers_reading": member.remembers_reading,
    }
    yield json_file("account.json", account)
    fields = ("id", "name", "is_default", "bio_source", "bio_html", "website", "created_at")
    yield json_file("pen-names.json", rows_of(member.pen_names, *fields))
