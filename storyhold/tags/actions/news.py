"""Telling the floors above whose tags have changed."""

from collections.abc import Sequence

from django.db.models import Model

from storyhold.tags.carriers import carriers
from storyhold.tags.models import Tag
from storyhold.tags.signals import tags_changed


def announce(model: type[Model], pks: Sequence[int]) -> None:
    """Say, within this transaction, that the tags of these look different."""
    if pks:
        tags_changed.send(model, pks=pks)


def announce_carriers(tag: Tag) -> None:
    """Say so of all that carry a tag."""
    for carrier in carriers():
        announce(carrier.model, list(carrier.owners([tag.pk])))
