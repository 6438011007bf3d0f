"""Lists to browse, searches, and top lists."""

from collections.abc import Callable

from storyhold.common.tails import with_tail
from storyhold.importers.addresses.finding import Visit
from storyhold.importers.addresses.outcomes import Leads, Outcome, leads
from storyhold.importers.addresses.pages.narrowing import Asking, narrowing
from storyhold.importers.addresses.pages.people import authors, letter
from storyhold.importers.models import OldNumber
from storyhold.tags.models import Rating, Tag, TagKind

TOP = {
    "shortstories": "shortest",
    "longstories": "longest",
    "largeseries": "largest-series",
    "smallseries": "smallest-series",
    "reviewedseries": "most-reviewed-series",
    "prolificauthors": "authors",
    "prolificreviewers": "reviewers",
    "reviewedstories": "most-reviewed",
    "readstories": "most-read",
    "favstories": "most-kept",
    "favauthors": "most-kept-authors",
    "favseries": "most-kept-series",
}

SEARCHED = {"title": "title", "summary": "summary", "fulltext": "text"}


def browse(visit: Visit) -> Outcome:
    """Lead to the list of this type; without one, to what the filters ask for."""
    of_type = TYPES.get(visit.address.choice("type"))
    if of_type:
        return of_type(visit)
    if visit.address.has("catid"):
        return categories(visit)
    asking = _asking(visit)
    return leads("browse:stories", asking=asking) if asking else leads("browse:tags")


def categories(visit: Visit) -> Outcome:
    """Lead to a category, to what several have in common, or to all of them."""
    return _of_tags(visit, "category", visit.address.numbers("catid", "id"))


def search(visit: Visit) -> Outcome:
    """Lead to the search for the same words, in the same place."""
    term, kind = visit.address.word("searchterm"), visit.address.choice("searchtype")
    if kind == "penname":
        return leads("people:list", asking=[("name", term)] if term else [])
    where = [("in", SEARCHED[kind])] if term and kind in SEARCHED else []
    return leads("search:search", asking=_asking(visit) + where)


def toplists(visit: Visit) -> Outcome:
    """Lead to the same top list, or to all of them."""
    key = TOP.get(visit.address.choice("list"))
    return leads("browse:top", key) if key else leads("browse:tops")


def _characters(visit: Visit) -> Outcome:
    return _of_tags(visit, "character", visit.address.numbers("charid", "id"))


def _classes(visit: Visit) -> Outcome:
    numbers = visit.address.numbers("classid", "id")
    kind = visit.address.number("type_id")
    if numbers or not kind:
        return _of_tags(visit, "class", numbers)
    return visit.lead("class type", kind)


def _of_tags(visit: Visit, kind: str, numbers: list[int]) -> Outcome:
    if len(numbers) == 1:
        found = visit.see(kind, numbers[0])
        return _page(found, visit, kind) if found else visit.missing(kind, numbers[0])
    if numbers:
        return _stories(visit)
    tag_kind = _kind_of(visit, kind)
    return (
        leads("browse:tag_kind", tag_kind.key, asking=letter(visit))
        if tag_kind
        else leads("browse:tags")
    )


def _kind_of(visit: Visit, kind: str) -> TagKind | None:
    """Return the vocabulary whose words had numbers of this kind; for classes there are several."""
    if kind == "class":
        return None
    numbered = OldNumber.objects.filter(kind=kind, move__in=visit.moves, new__isnull=False)
    first = numbered.order_by("pk").values("new")[:1]
    return TagKind.objects.filter(tags__in=first).first()


def _ratings(visit: Visit) -> Outcome:
    number = visit.address.number("rating", "rid", "id")
    if number is None:
        return leads("browse:ratings")
    found = visit.see("rating", number)
    return _page(found, visit, "rating") if found else visit.missing("rating", number)


def _page(thing: Tag | Rating, visit: Visit, kind: str) -> Leads:
    view = "browse:rating" if kind == "rating" else "browse:tag"
    asking = narrowing(visit, without=kind)
    return leads(view, with_tail(thing.pk, thing.name), asking=asking)


def _stories(visit: Visit) -> Outcome:
    return leads("browse:stories", asking=_asking(visit))


def _asking(visit: Visit) -> Asking:
    return letter(visit) + narrowing(visit)


def _recent(visit: Visit) -> Outcome:
    return leads("browse:recent", asking=narrowing(visit))


def _featured(visit: Visit) -> Outcome:
    return leads("browse:featured", asking=narrowing(visit))


def _series(visit: Visit) -> Outcome:
    return leads("series:list", asking=letter(visit))


TYPES: dict[str, Callable[[Visit], Outcome]] = {
    "authors": authors,
    "categories": categories,
    "challenges": lambda _visit: leads("challenges:list"),
    "characters": _characters,
    "class": _classes,
    "epubbrowse": _stories,
    "featured": _featured,
    "ratings": _ratings,
    "recent": _recent,
    "series": _series,
    "titles": _stories,
    "toplists": lambda _visit: leads("browse:tops"),
    "tracker": lambda _visit: leads("bookmarks:subscriptions"),
}

SCRIPTS = {
    "browse": browse,
    "categories": categories,
    "characters": _characters,
    "featured": _featured,
    "recent": _recent,
    "search": search,
    "titles": _stories,
    "toplists": toplists,
}
