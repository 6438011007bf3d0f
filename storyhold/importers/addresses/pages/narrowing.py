"""The filters of the old lists and searches, as our lists are asked for the same."""

from collections.abc import Iterable, Iterator

from django.db.models import Q

from storyhold.accounts.queries import Viewer
from storyhold.common.tails import with_tail
from storyhold.importers.addresses.finding import Visit
from storyhold.importers.addresses.reading import OldAddress
from storyhold.importers.models import OldNumber
from storyhold.series.access import tags_shown_to
from storyhold.stories.choices import choices_for
from storyhold.stories.narrowing import asked_as
from storyhold.tags.models import Tag

Asking = list[tuple[str, str]]

# All that the old program asks for by a name of its own: what else there is, archives named.
OWN = {
    "action", "alert", "ageconsent", "catid", "chapid", "chapter", "charid", "charlist1",
    "charlist2", "classex", "classid", "classin", "complete", "go", "i", "id", "item", "let",
    "list", "offset", "page", "rating", "rid", "searchterm", "searchtype", "seriesid", "sid",
    "skin", "sort", "submit", "textsize", "type", "type_id", "uid", "warning", "wordhigh",
    "wordlow",
}  # fmt: skip
SORTS = {"alpha": "title", "update": "updated"}
COMPLETE = {"1": "yes", "yes": "yes", "0": "no", "no": "no"}


def narrowing(visit: Visit, *, without: str = "") -> Asking:
    """Return what the address asks for besides a page; `without` a kind that the page is of."""
    address = visit.address
    asking = list(_words(address))
    if without != "rating":
        asking += _rating(visit)
    asking += _tags(visit, without)
    if address.choice("sort") in SORTS:
        asking.append(("sort", SORTS[address.choice("sort")]))
    return asking


def _words(address: OldAddress) -> Iterator[tuple[str, str]]:
    if address.word("searchterm"):
        yield "q", address.word("searchterm")
    if address.choice("complete") in COMPLETE:
        yield "complete", COMPLETE[address.choice("complete")]
    least, most = address.number("wordlow"), address.number("wordhigh")
    if least or most:
        yield "words", f"{least or ''}-{most + 1 if most else ''}"


def _rating(visit: Visit) -> Iterator[tuple[str, str]]:
    number = visit.address.number("rating", "rid")
    rating = visit.see("rating", number) if number else None
    if rating:
        yield "rating", with_tail(rating.pk, rating.name)


def _tags(visit: Visit, without: str) -> Iterator[tuple[str, str]]:
    address = visit.address
    classes = address.numbers("classin", "classid", *_of_classes(address))
    wanted = {
        "category": address.numbers("catid"),
        "character": address.numbers("charid", "charlist1", "charlist2"),
        "class": classes,
    }
    wanted.pop(without, None)
    typed = _typed_into(visit.viewer)
    for tag in _tags_of(visit, wanted.items()):
        value = tag.name if tag.kind_id in typed else with_tail(tag.pk, tag.name)
        yield asked_as(tag.kind.key), value
    excluded = [name for name in address.asked if name.startswith("exclass_")]
    for tag in _tags_of(visit, [("class", address.numbers("classex", *excluded))]):
        yield f"not-{tag.kind.key}", with_tail(tag.pk, tag.name)


def _of_classes(address: OldAddress) -> list[str]:
    """Return the parameters called `class_7`, or as the archive called a kind of its tags."""
    return [name for name in address.asked if name.startswith("class_") or _is_free(name)]


def _is_free(name: str) -> bool:
    return name not in OWN and not name.startswith("exclass_")


def _tags_of(visit: Visit, numbers: Iterable[tuple[str, list[int]]]) -> list[Tag]:
    asked = Q()
    for kind, old in numbers:
        if old:
            asked |= Q(kind=kind, old__in=[str(number) for number in old])
    if not asked:
        return []
    found = OldNumber.objects.filter(asked, move__in=visit.moves).values("new")
    return list(tags_shown_to(visit.viewer).filter(pk__in=found).select_related("kind"))


def _typed_into(viewer: Viewer) -> set[int]:
    """Return the kinds that have so many words that a list is asked for them by name."""
    return {kind.pk for kind, words in choices_for(viewer).vocabularies if words is None}
