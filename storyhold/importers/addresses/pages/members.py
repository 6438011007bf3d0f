"""What members and staff did on pages of their own. Nothing of it is done by an old address."""

from collections.abc import Callable

from django.urls import reverse

from storyhold.accounts.models import Member
from storyhold.importers.addresses.finding import Visit
from storyhold.importers.addresses.outcomes import Leads, Outcome, address_of, leads
from storyhold.importers.addresses.pages.people import own_profile
from storyhold.importers.addresses.pages.reviews import reviews

PAGES = {
    "challengesby": "challenges:list",
    "editbio": "people:settings",
    "editprefs": "people:settings",
    "logout": "account_logout",
    "lostpassword": "account_reset_password",
    "manageimages": "illustrations:mine",
    "manfavs": "bookmarks:mine",
    "newaccount": "account_signup",
    "register": "account_signup",
    "revreceived": "reviews:received",
    "revres": "reviews:received",
    "stats": "statistics:stories",
}
# Favorites: the page of all, and the thing that was to be added, by its parameter and kind.
FAVORITES = {
    "favst": ("bookmarks:mine", "sid", "story"),
    "favstor": ("bookmarks:mine", "sid", "story"),
    "favse": ("bookmarks:my_series", "seriesid", "series"),
    "favseries": ("bookmarks:my_series", "seriesid", "series"),
    "favau": ("bookmarks:my_authors", "author", "member"),
    "favauth": ("bookmarks:my_authors", "author", "member"),
}
# A story or chapter of one's own: by what it is found, and the page of the desk.
WORKS = {
    "newchapter": ("sid", "story", "desk:new_chapter"),
    "editstory": ("sid", "story", "desk:story"),
    "editchapter": ("chapid", "chapter", "desk:chapter"),
}


def user(visit: Visit) -> Outcome:
    """Lead to the member's page for this."""
    action = visit.address.choice("action")
    if action == "login":
        return login(visit)
    if action in FAVORITES:
        return _favorites(visit, *FAVORITES[action])
    if action == "reviewsby":
        return _own_reviews(visit)
    if action in ("revres", "delrev", "delreview", "revdel") and visit.address.has("reviewid"):
        return reviews(visit)
    return leads(PAGES.get(action, "people:settings"))


def login(visit: Visit) -> Outcome:
    """Lead to signing in, and from there to the story that was asked for."""
    sid = visit.address.number("sid")
    story = visit.see("story", sid) if sid else None
    asking = [("next", address_of(story))] if story else []
    return leads("account_login", asking=asking)


def stories(visit: Visit) -> Outcome:
    """Lead to the author's page for this; of what the viewer does not see, to all their stories."""
    action = visit.address.choice("action")
    if action in ("newstory", "new"):
        return leads("desk:new")
    name, kind, page = _work(visit, action)
    number = visit.address.number(name) if name else None
    found = visit.see(kind, number) if number else None
    return leads(page, found.pk) if found else leads("desk:mine")


def _work(visit: Visit, action: str) -> tuple[str, str, str]:
    if action == "delete":
        action = "editchapter" if visit.address.has("chapid") else "editstory"
    return WORKS.get(action, ("", "", ""))


def _favorites(visit: Visit, page: str, name: str, kind: str) -> Outcome:
    number = visit.address.number("add", name) if visit.address.has("add") else None
    number = visit.address.number(name) or number
    thing = visit.see(kind, number) if number and visit.address.has("add") else None
    return Leads(address_of(thing)) if thing else leads(page)


def _own_reviews(visit: Visit) -> Outcome:
    if isinstance(visit.viewer, Member):
        return leads("people:reviews", visit.viewer.pen_name.pk)
    return own_profile(visit)


def _to(view: str) -> Callable[[Visit], Outcome]:
    return lambda _visit: Leads(reverse(view))


SCRIPTS: dict[str, Callable[[Visit], Outcome]] = {
    "admin": _to("archive:office"),
    "login": login,
    "logout": _to("account_logout"),
    "lostpassword": _to("account_reset_password"),
    "member": user,
    "register": _to("account_signup"),
    "stories": stories,
    "submission": _to("desk:new"),
    "user": user,
}
