"""What can become of an old address; None where nothing is known of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from storyhold.stories.models import Story


@dataclass(frozen=True, slots=True)
class Leads:
    """There is a page for it: its address here, without a host."""

    to: str


@dataclass(frozen=True, slots=True)
class Gone:
    """There was something, and it is not here: a kind of `importers.kinds`, and where to look.

    `name` is what it was called, or ''; `near` the address of the nearest page that is here.
    """

    kind: str
    name: str
    near: str
    was_here: bool  # and was deleted here; else it was not brought along
    is_near_its_own: bool = False  # `near` is what it was part of


Outcome = Leads | Gone | None


def address_of(thing: Any) -> str:
    """Return the address of a thing; a story's without its title, which not every guest is told."""
    if isinstance(thing, Story):
        return reverse("stories:story", args=[thing.pk])
    return str(thing.get_absolute_url())


def leads(
    view: str,
    *of_what: object,
    asking: Iterable[tuple[str, str]] = (),
    at: str = "",
) -> Leads:
    """Return that it leads to a page of ours, with what is asked of it, and to a place on it."""
    query, place = urlencode(list(asking)), f"#{at}" if at else ""
    return Leads(reverse(view, args=of_what) + (f"?{query}" if query else "") + place)
