"""Renaming, moving, merging and deleting tags. What carries a tag is never lost with it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from storyhold.prose.one_line import one_line
from storyhold.tags.actions.choosing import add_tag
from storyhold.tags.actions.news import announce, announce_carriers
from storyhold.tags.actions.picturing import forget_picture
from storyhold.tags.carriers import carriers, carrying_several
from storyhold.tags.models import Tag, TagKind
from storyhold.tags.queries import ids_below, twin_of
from storyhold.tags.refusals import (
    OneTagIsEnough,
    TagIsGone,
    TagIsThereAlready,
    TagNameIsMissing,
    TagNameIsTooLong,
    TagWouldHoldItself,
)
from storyhold.tags.rules import LONGEST_TAG, is_short_enough


@dataclass(frozen=True, kw_only=True)
class AboutTag:
    """What an archivist says about a tag."""

    name: str
    description: str = ""
    parent: Tag | None = None
    within: Tag | None = None
    is_closed: bool = False


@transaction.atomic
def add_tags(
    kind: TagKind, names: Iterable[str], *, parent: Tag | None = None, within: Tag | None = None
) -> list[Tag]:
    """Add many tags to one place; what is there already stays as it is. Return them all.

    Raises `TagNameIsTooLong`.
    """
    wanted = [name for name in map(one_line, names) if name]
    for name in wanted:
        if not is_short_enough(name):
            raise TagNameIsTooLong(name=name[:40], most=LONGEST_TAG)
    return [add_tag(kind, name, parent=parent, within=within) for name in wanted]


@transaction.atomic
def change_tag(tag: Tag, about: AboutTag) -> None:
    """Save what an archivist says about a tag.

    Raises `TagNameIsMissing`, `TagNameIsTooLong`, `TagIsThereAlready` and `TagWouldHoldItself`.
    """
    _wait_for(tag.kind)
    name = one_line(about.name)
    if not name:
        raise TagNameIsMissing
    if not is_short_enough(name):
        raise TagNameIsTooLong(name=name[:40], most=LONGEST_TAG)
    if about.parent and about.parent.pk in ids_below(tag):
        raise TagWouldHoldItself(name=tag.name, below=about.parent.name)
    tag.call(name)
    tag.describe(about.description)
    tag.parent, tag.within, tag.is_closed = about.parent, about.within, about.is_closed
    if twin_of(tag):
        raise TagIsThereAlready(name=name)
    tag.save()
    announce_carriers(tag)


@transaction.atomic
def merge_tags(tag: Tag, *, into: Tag) -> None:
    """Make two tags one: what carries the first carries the other, and stands below it.

    What carries both carries one. Raises `TagWouldHoldItself`, `TagIsGone`.
    """
    _wait_for(tag.kind)
    if into.pk in ids_below(tag):
        raise TagWouldHoldItself(name=tag.name, below=into.name)
    _dissolve(tag, into=into, above_children=into)


@transaction.atomic
def delete_tag(tag: Tag, *, into: Tag | None) -> None:
    """Delete a tag. What carries it carries `into`, or nothing in its place.

    What stands below it moves up to where it stood; what is within it is then within `into`.
    Raises `TagIsGone` where that is `into`.
    """
    _wait_for(tag.kind)
    _dissolve(tag, into=into, above_children=tag.parent)


@transaction.atomic
def move_to_kind(tag: Tag, kind: TagKind) -> None:
    """Move a tag, with all below it, to the top of another vocabulary.

    Where one of the same name stands there, the two are merged. Raises `OneTagIsEnough`.
    """
    _wait_for(tag.kind)
    _move_branch(tag, kind, parent=None)
    require_one_at_most(kind)


def require_one_at_most(kind: TagKind) -> None:
    """Raise `OneTagIsEnough` where something has more tags of a kind than it may have."""
    count = sum(count for _model, count in carrying_several(kind)) if kind.is_single else 0
    if count:
        raise OneTagIsEnough(count=count, kind=kind.name_plural)


def _wait_for(kind: TagKind) -> None:
    """Let one after the other change a vocabulary."""
    # Not its key: an author who adds a word to it meanwhile need not wait.
    TagKind.objects.select_for_update(no_key=True).get(pk=kind.pk)


def _dissolve(tag: Tag, *, into: Tag | None, above_children: Tag | None) -> None:
    _hold(tag, into)
    _pass_on(tag, to=into)
    for child in tag.children.all():
        child.parent = above_children
        _settle(child)
    for each in tag.tags_within.all():
        each.within = into
        _settle(each)
    forget_picture(tag)
    tag.delete()


def _hold(tag: Tag, into: Tag | None) -> None:
    """Wait for authors who are choosing one of the two, and let others wait for us."""
    wanted = {each.pk for each in (tag, into) if each}
    there = Tag.objects.select_for_update().filter(pk__in=wanted).order_by("pk")
    held = set(there.values_list("pk", flat=True))
    if into and into.pk not in held:
        raise TagIsGone(name=into.name)


def _pass_on(tag: Tag, *, to: Tag | None) -> None:
    """Give everything that carries a tag another in its place, or nothing."""
    for carrier in carriers():
        touched = list(carrier.owners([tag.pk]))
        if to:
            has_both = {f"{carrier.owner}__in": carrier.owners([to.pk])}
            carrier.links([tag.pk]).exclude(**has_both).update(**{carrier.tag: to})
        carrier.links([tag.pk]).delete()
        announce(carrier.model, touched)


def _settle(tag: Tag) -> Tag:
    """Save a tag in its new place; merge it into one of the same name that is there already."""
    twin = twin_of(tag)
    if twin:
        _dissolve(tag, into=twin, above_children=twin)
        return twin
    tag.save(update_fields=["kind", "parent", "within"])
    announce_carriers(tag)
    return tag


def _move_branch(tag: Tag, kind: TagKind, *, parent: Tag | None) -> None:
    children = list(tag.children.all())
    is_within = tag.within is not None and tag.within.kind_id == kind.belongs_to_id
    tag.kind = kind
    tag.parent = parent if kind.is_tree else None
    tag.within = tag.within if is_within else None
    settled = _settle(tag)
    for child in children:
        _move_branch(child, kind, parent=settled)
