"""Members: lists of them, and their pages with the tabs."""

from storyhold.accounts.models import Member
from storyhold.common.alphabet import OTHER
from storyhold.importers.addresses.finding import Visit
from storyhold.importers.addresses.outcomes import Leads, Outcome, leads

# The tabs of a member's page, also as the first versions called them.
TABS = {
    "seriesby": "people:series",
    "reviewsby": "people:reviews",
    "challengesby": "people:challenges",
    "favlist": "people:bookmarks",
    "manfavs": "people:bookmarks",
    "favst": "people:bookmarks",
    "favstor": "people:bookmarks",
    "favse": "people:bookmarked_series",
    "favseries": "people:bookmarked_series",
    "favau": "people:bookmarked_authors",
    "favauth": "people:bookmarked_authors",
    "contact": "moderation:write",
}
LISTS = {
    "members": "people:members",
    "admins": "people:staff",
    "beta": "betas:readers",
    "betas": "betas:readers",
}


def viewuser(visit: Visit) -> Outcome:
    """Lead to a profile or one of its tabs; without a number, to one's own."""
    if not visit.address.has("uid"):
        return own_profile(visit)
    uid = visit.address.number("uid")
    tab = TABS.get(visit.address.choice("action"))
    pen_name = visit.see("member", uid) if uid and tab else None
    return leads(tab, pen_name.pk) if pen_name and tab else visit.lead("member", uid)


def own_profile(visit: Visit) -> Outcome:
    """Lead to the viewer's profile; a guest, to signing in."""
    if isinstance(visit.viewer, Member):
        return Leads(visit.viewer.pen_name.get_absolute_url())
    return leads("account_login")


def authors(visit: Visit) -> Outcome:
    """Lead to a list of people, at a letter."""
    if visit.address.number("uid"):
        return visit.lead("member", visit.address.number("uid"))
    return leads(LISTS.get(visit.address.choice("list"), "people:list"), asking=letter(visit))


def letter(visit: Visit) -> list[tuple[str, str]]:
    """Return the letter that was asked for, as our lists are asked for one."""
    let = visit.address.word("let")
    if let.lower() == "other":
        return [("letter", OTHER)]
    return [("letter", let.upper())] if len(let) == 1 and let.isalpha() else []


SCRIPTS = {"viewuser": viewuser, "authors": authors, "members": authors}
