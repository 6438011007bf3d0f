"""What members sign with, and what their profiles say."""

from html import unescape

from storyhold.accounts.models import Member, PenName
from storyhold.accounts.rules import LONGEST_KEY, name_key
from storyhold.importers.intake.desk import Desk
from storyhold.importers.sources.efiction.tables.members import OldMember
from storyhold.importers.sources.efiction.values.names import PenNames
from storyhold.prose.addresses import link_address
from storyhold.prose.canonical import guess_format, short_html

LONGEST_WEBSITE = 300

# Why a name is another: the topics of the report.
_CHANGES = {
    "missing": "pen name was missing",
    "cleaned": "pen name was cleaned",
    "shortened": "pen name was shortened",
    "taken": "pen name was taken",
}


class Signatures:
    """Makes the pen names of old members; no two share what a reader could take for the same."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        taken = set(PenName.objects.values_list("key", flat=True))
        self._names = PenNames(name_key, taken)

    def make(self, old: OldMember, member: Member, *, is_default: bool) -> PenName:
        """Return the pen name of an old member for this account, with its old number."""
        given = self._names.give(old.stored_name, number=old.uid)
        if given.change:
            was = old.stored_name
            self._desk.note(_CHANGES[given.change], "authors", old.uid, was=was, name=given.name)
        return PenName(
            pk=self._desk.numbers.give("member", old.uid),
            member=member,
            name=given.name,
            key=name_key(given.name)[:LONGEST_KEY],
            is_default=is_default,
            bio_source=typed(old.bio),
            bio_html=short_html(old.bio, format="html"),
            website=website(old.website),
            created_at=member.joined_at,
        )


def website(stored: str) -> str:
    """Return a web address as a profile can hold it, or "" where it is none."""
    address = link_address(stored if "://" in stored else f"http://{stored}" if stored else "")
    is_one = address.startswith(("http://", "https://")) and "." in address.partition("://")[2]
    return address if is_one and len(address) <= LONGEST_WEBSITE else ""


def typed(html: str) -> str:
    """Return HTML as somebody would have typed it here: without tags, it is plain text."""
    return html if guess_format(html) == "html" else unescape(html)
