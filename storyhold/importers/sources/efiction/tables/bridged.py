"""Members of a site whose accounts lay in another program: numbers, and names where they signed.

Such a site has no table of members, or an empty one. What is left of them are their works.
"""

from collections.abc import Iterator

from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.tables.members import (
    OldMember,
    OldPreferences,
    preferences_by_member,
)

_WHERE_MEMBERS_ARE_NAMED = ("stories", "chapters", "coauthors", "series", "reviews", "favorites")


def is_bridged(site: OldSite) -> bool:
    """Whether works are there, and nobody who wrote them."""
    return not site.has("authors") and (site.has("stories") or site.has("chapters"))


def bridged_members(site: OldSite) -> Iterator[OldMember]:
    """Yield everybody whom any row names, with the name of their last review."""
    preferences, names = preferences_by_member(site), _names_in_reviews(site)
    uids = set(preferences).union(*(site.ids(each, "uid") for each in _WHERE_MEMBERS_ARE_NAMED))
    for uid in sorted(uids):
        if uid > 0:
            yield OldMember(
                uid=uid,
                stored_name=names.get(uid, ""),
                preferences=preferences.get(uid, OldPreferences()),
            )


def _names_in_reviews(site: OldSite) -> dict[int, str]:
    rows = site.quiet.read("reviews", order=("reviewid",), columns=("uid", "reviewer"))
    return {row.whole("uid"): name for row in rows if (name := row.line("reviewer"))}
