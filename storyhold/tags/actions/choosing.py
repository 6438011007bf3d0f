"""Adding to vocabularies, and choosing from them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from storyhold.prose.one_line import one_line
from storyhold.tags.models import Tag, TagKind
from storyhold.tags.queries import siblings_of, tags_named
from storyhold.tags.refusals import NoSuchTag, TagIsClosed, TagIsGone, TagIsMissing, TooManyTags
from storyhold.tags.rules import LONGEST_TAG, is_short_enough, tag_key

MOST_TAGS_OF_A_KIND = 75

ChosenTags = Mapping[str, Sequence[str | Tag]]  # by key of the kind: tags, or names as typed


@transaction.atomic
def add_tag(
    kind: TagKind,
    name: str,
    *,
    parent: Tag | None = None,
    within: Tag | None = None,
    description: str = "",
) -> Tag:
    """Return the tag of this name in this place of the vocabulary, made if there is none."""
    name = one_line(name)
    found = Tag.objects.filter(kind=kind, key=tag_key(name), parent=parent, within=within)
    try:
        with transaction.atomic():
            return found.first() or _make_tag(kind, name, description, parent=parent, within=within)
    except IntegrityError:
        return found.get()  # somebody else thought of the same word just now


def _make_tag(kind: TagKind, name: str, description: str, **place: Tag | None) -> Tag:
    tag = Tag(kind=kind, **place)
    tag.call(name)
    tag.describe(description)
    if not kind.is_open:
        # Where the archivist has put its siblings in an order, it comes last.
        last = siblings_of(tag).aggregate(last=Max("position"))["last"]
        tag.position = last + 1 if last else 0
    tag.save()
    return tag


@transaction.atomic
def give_tags(to: Any, chosen: ChosenTags, *, may_lack: bool = False) -> None:
    """Give something with `tags` those that were chosen, and no others.

    Raises `TagIsGone`, and what `choose_tags` refuses; where it `may_lack`, no kind is required.
    """
    kept = set(to.tags.values_list("pk", flat=True))
    tags: list[Tag] = []
    for kind in TagKind.objects.all():
        kind.is_required = kind.is_required and not may_lack
        tags += choose_tags(kind, chosen.get(kind.key, []), kept=kept)
    set_tags(to, tags)


@transaction.atomic
def set_tags(to: Any, tags: Iterable[Tag]) -> None:
    """Give something with `tags` these, and no others. Raises `TagIsGone`."""
    wanted = {tag.pk: tag for tag in tags}
    # Held until our transaction ends: an archivist may be deleting or merging one just now.
    there = Tag.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk")
    for pk in wanted.keys() - set(there.values_list("pk", flat=True)):
        raise TagIsGone(name=wanted[pk].name)
    to.tags.set(wanted)


def choose_tags(
    kind: TagKind, chosen: Iterable[str | Tag], *, kept: Collection[int] = ()
) -> list[Tag]:
    """Return the tags an author chose or typed for one kind, in their order, each once.

    A name finds the oldest tag called so; where several share a name, choose the `Tag` itself. In
    an open vocabulary new words are added. A closed tag is for those alone that have it already:
    `kept` are the ids of these. Raises `NoSuchTag` for a new word in a closed vocabulary,
    `TagIsClosed`, `TooManyTags`, and `TagIsMissing`. Within the caller's transaction.
    """
    wanted: dict[int | str, str | Tag] = {}
    for each in chosen:
        if isinstance(each, Tag):
            wanted.setdefault(each.pk, each)
        elif name := one_line(each):
            wanted.setdefault(tag_key(name), name)
    most = 1 if kind.is_single else MOST_TAGS_OF_A_KIND
    if len(wanted) > most:
        raise TooManyTags(most=most, kind=kind.name_plural, key=kind.key)
    if kind.is_required and not wanted:
        raise TagIsMissing(kind=kind.name_plural, key=kind.key)
    known = tags_named(kind, [each for each in wanted.values() if isinstance(each, str)])
    found = [
        each if isinstance(each, Tag) else known.get(tag_key(each)) or _new_word(kind, each)
        for each in wanted.values()
    ]
    for tag in found:
        if tag.is_closed and tag.pk not in kept:
            raise TagIsClosed(name=tag.name, kind=kind.name_plural, key=kind.key)
    return found


def _new_word(kind: TagKind, name: str) -> Tag:
    if not kind.is_open or not is_short_enough(name):
        raise NoSuchTag(name=name[:LONGEST_TAG], kind=kind.name_plural, key=kind.key)
    return add_tag(kind, name)
