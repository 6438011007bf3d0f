"""Members as the old site knew them: an account, and how its owner liked things."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.tables.profile_fields import websites
from storyhold.importers.sources.efiction.values.names import address_of
from storyhold.importers.sources.efiction.values.passwords import (
    NO_PASSWORD,
    StoredPassword,
    stored_password,
)


@dataclass(frozen=True, slots=True)
class OldPreferences:
    """How a member liked things, and what they were trusted with; as without a row."""

    level: int = 0
    is_trusted: bool = False
    categories: str = ""  # to which an administrator was limited
    mail_reviews: bool = False
    mail_answers: bool = False
    mail_favorites: bool = False
    is_of_age: bool = False
    newest_first: bool | None = None  # None: nobody knows
    contents_first: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OldMember:
    """One account. `stored_name` is the pen name as it stood in its column, decoded."""

    uid: int
    stored_name: str
    stored_email: str = ""
    email: str = ""
    website: str = ""
    bio: str = ""
    image: str = ""
    joined_at: datetime | None = None
    made_by_archivist: bool = False
    password: StoredPassword = NO_PASSWORD
    preferences: OldPreferences = field(default_factory=OldPreferences)


def members(site: OldSite) -> Iterator[OldMember]:
    """Yield all members by their numbers."""
    preferences, addresses = preferences_by_member(site), websites(site)
    for row in site.read("authors", order=("uid",)):
        uid = row.whole("uid")
        if uid > 0:
            website = _website(row, addresses.get(uid, ""))
            yield _member(site, row, preferences.get(uid) or _preferences(row), website)
        else:
            row.keep_aside("member without a number")


def _website(row: OldRow, in_field: str) -> str:
    """Return the address, which upgraded sites kept in two places."""
    in_column = row.line("website")
    if in_column and in_field not in ("", in_column):
        row.say("websites differ", "website", kept=in_column, other=in_field)
    return in_column or in_field


def _member(site: OldSite, row: OldRow, preferences: OldPreferences, website: str) -> OldMember:
    uid, stored_email = row.whole("uid"), row.unslashed("email")
    return OldMember(
        uid=uid,
        stored_name=row.unslashed("penname"),
        stored_email=stored_email,
        email=address_of(stored_email),
        website=website,
        bio=row.html("bio", always_breaks=True),
        image=row.line("image"),
        joined_at=row.date("date"),
        made_by_archivist=row.flag("admincreated"),
        password=stored_password(site.tables.passwords.get(uid)),
        preferences=preferences,
    )


def preferences_by_member(site: OldSite) -> dict[int, OldPreferences]:
    """Return the preferences of those who have any."""
    return {row.whole("uid"): _preferences(row) for row in site.read("authorprefs")}


def likings_left_behind(site: OldSite) -> Counter[str]:
    """Return how many members had chosen what cannot be chosen here, by column."""
    counts: Counter[str] = Counter()
    for row in site.quiet.read("authorprefs"):
        counts["userskin"] += row.line("userskin").lower() not in ("", "default")
        counts["tinymce"] += row.flag("tinymce")
        counts["contact"] += row.flag("contact")
    return +counts


def _preferences(row: OldRow) -> OldPreferences:
    """Return what stands in a row; before 3.0 that was the member's own."""
    return OldPreferences(
        level=row.whole("level"),
        is_trusted=row.flag("validated"),
        categories=row.line("categories"),
        mail_reviews=row.flag("newreviews"),
        mail_answers=row.flag("newrespond"),
        mail_favorites=row.flag("alertson"),
        is_of_age=row.flag("ageconsent"),
        newest_first=row.flag("sortby") if row.has("sortby") else None,
        contents_first=row.flag("storyindex") if row.has("storyindex") else None,
    )
