"""What readers may narrow a listing to: only what the stories listed for them have."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Exists, Min, OuterRef, Q, QuerySet, Subquery, When

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.freshness.memory import Memory
from storyhold.stories.access import stories_listed_for
from storyhold.stories.models import Story
from storyhold.tags.models import Tag, TagKind
from storyhold.tags.queries import Words, as_tree
from storyhold.tags.rules import tag_key

MOST_WORDS_SHOWN = 200  # a vocabulary that has more is typed into
# A form with more would be too long; and the limit tells PostgreSQL that there is little to do.
MOST_WORDS_IN_ALL = 3_000


@dataclass(frozen=True)
class Word:
    """A word of a vocabulary; `ids` are those of its tag and of all below it in the tree."""

    tag: Tag
    depth: int
    ids: list[int]


@dataclass(frozen=True)
class Choices:
    """Vocabularies with their words, or None where they are too many; ratings; languages."""

    vocabularies: list[tuple[TagKind, list[Word] | None]]
    ratings: list[tuple[int, str]]
    languages: list[str]


_known: Memory[Choices] = Memory()


def choices_for(viewer: Viewer) -> Choices:
    """Return what stories listed for the viewer have.

    Two queries, for guests and for members, when a story or a word has changed.
    """
    is_member = isinstance(viewer, Member)
    return _known.get(is_member, lambda: _read(stories_listed_for(viewer)))


def forget_choices() -> None:
    """Read anew at the next call."""
    _known.forget()


def _read(stories: QuerySet[Story]) -> Choices:
    # Grouped, which the index on the two answers by itself.
    pairs = stories.order_by().values("rating", "language")
    had = list(pairs.annotate(name=Min("rating__name"), place=Min("rating__position")))
    return Choices(
        [
            (kind, _in_use(as_tree(tags)) if tags else None)
            for kind, tags in _vocabularies(stories).items()
        ],
        _ratings(had),
        sorted({each["language"] for each in had}),
    )


def _vocabularies(stories: QuerySet[Story]) -> dict[TagKind, list[Tag]]:
    """Return the vocabularies with their words; of one with too many, none. One query."""
    words = Tag.objects.filter(kind=OuterRef("pk")).order_by("key").values("pk")
    one_too_many = Subquery(words[MOST_WORDS_SHOWN : MOST_WORDS_SHOWN + 1])  # no need to count all
    kinds = TagKind.objects.annotate(one_too_many=one_too_many, first=Subquery(words[:1]))
    is_short = Q(kind__in=kinds.filter(one_too_many=None).values("pk"))
    # The first word stands for a vocabulary that is too long.
    tags = Tag.objects.filter(is_short | Q(pk__in=kinds.values("first")))
    # Not EXISTS, which PostgreSQL would answer for every tag there is before it looks at any.
    used_by = Subquery(stories.filter(tags=OuterRef("pk")).values("pk")[:1])
    told = tags.annotate(is_shown=Case(When(is_short, then=True), default=False), used_by=used_by)
    in_order = told.order_by("kind__position", "kind__key", "position", "name")
    found: dict[TagKind, list[Tag]] = {}
    for tag in in_order.select_related("kind", "within")[:MOST_WORDS_IN_ALL]:
        shown = found.setdefault(tag.kind, [])
        if tag.is_shown:
            shown.append(tag)
    return found


def _ratings(had: Iterable[Mapping[str, Any]]) -> list[tuple[int, str]]:
    rated = (each for each in had if each["rating"])
    in_order = sorted({(each["place"], each["name"], each["rating"]) for each in rated})
    return [(rating, name) for _place, name, rating in in_order]


def _in_use(words: Words) -> list[Word]:
    """Return the words that stories have, and in a tree those above them."""
    kept: list[Word] = []
    for depth, tag in reversed(words):
        below = _below(kept, depth)
        if below or vars(tag)["used_by"]:
            ids = [pk for word in below if word.depth == depth + 1 for pk in word.ids]
            kept.append(Word(tag, depth, [tag.pk, *ids]))
    return kept[::-1]


def _below(kept: list[Word], depth: int) -> list[Word]:
    """Return those at the end of `kept` that stand deeper than `depth`: the last read first."""
    deeper: list[Word] = []
    for word in reversed(kept):
        if word.depth <= depth:
            break
        deeper.append(word)
    return deeper


def tags_called(
    stories: QuerySet[Story], typed: Iterable[tuple[TagKind, str]]
) -> dict[tuple[int, str], list[Tag]]:
    """Return the tags of the stories that are called as was typed, by id of the kind and key.

    Several may share a name: characters of different fandoms. One query, none for nothing typed.
    """
    named = Q()
    for kind, name in typed:
        named |= Q(kind=kind, key=tag_key(name))
    found: dict[tuple[int, str], list[Tag]] = {}
    if named:
        in_use = Exists(stories.filter(tags=OuterRef("pk")))
        for tag in Tag.objects.filter(named).filter(in_use).order_by("pk"):
            found.setdefault((tag.kind_id, tag.key), []).append(tag)
    return found
