"""Making, changing and deleting vocabularies."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify

from storyhold.prose.canonical import guess_format, short_html
from storyhold.prose.one_line import one_line
from storyhold.tags.actions.keeping import move_to_kind, require_one_at_most
from storyhold.tags.models import Tag, TagKind
from storyhold.tags.refusals import KindIsNotEmpty


@dataclass(frozen=True, kw_only=True)
class AboutKind:
    """What an archivist says about a kind of tags."""

    name: str
    name_plural: str
    description: str = ""
    is_tree: bool = False
    is_single: bool = False
    is_required: bool = False
    is_open: bool = False
    belongs_to: TagKind | None = None


@transaction.atomic
def make_kind(about: AboutKind) -> TagKind:
    """Begin a vocabulary, after all others. Its key is made of its name."""
    last = TagKind.objects.aggregate(last=Max("position"))["last"] or 0
    kind = TagKind(key=_free_key(about.name), position=last + 1)
    _write(kind, about)
    kind.save()
    return kind


@transaction.atomic
def change_kind(kind: TagKind, about: AboutKind) -> None:
    """Save what an archivist says about a kind; its key, and with it its address, stays.

    Raises `OneTagIsEnough` where stories have several and one would be allowed.
    """
    _write(kind, about)
    require_one_at_most(kind)
    kind.save()


@transaction.atomic
def delete_kind(kind: TagKind, *, into: TagKind | None = None) -> None:
    """Delete a vocabulary; its tags, if it has any, go `into` another.

    Raises `KindIsNotEmpty`, and `OneTagIsEnough`.
    """
    tags = Tag.objects.filter(kind=kind)
    if into is None and tags.exists():
        raise KindIsNotEmpty(count=tags.count())
    if into is not None:
        for tag in tags.filter(parent=None):
            move_to_kind(tag, into)
    TagKind.objects.filter(belongs_to=kind).update(belongs_to=into)
    kind.delete()


def _write(kind: TagKind, about: AboutKind) -> None:
    kind.name = one_line(about.name)
    kind.name_plural = one_line(about.name_plural)
    kind.description_source = about.description
    kind.description_html = short_html(about.description, format=guess_format(about.description))
    kind.is_tree = about.is_tree
    kind.is_single = about.is_single
    kind.is_required = about.is_required
    kind.is_open = about.is_open
    kind.belongs_to = about.belongs_to


def _free_key(name: str) -> str:
    """Return the name as it may stand in an address: in Latin letters, beginning with one."""
    stem = slugify(name)[:30]
    stem = stem if stem[:1].isalpha() else f"kind-{stem}".strip("-")
    taken = set(TagKind.objects.values_list("key", flat=True))
    keys = (stem if number == 1 else f"{stem}-{number}" for number in range(1, len(taken) + 2))
    return next(key for key in keys if key not in taken)
