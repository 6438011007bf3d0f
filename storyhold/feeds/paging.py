"""Feeds of several pages, so that a reader who comes late can have all of it (RFC 5005)."""

import re
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

ENTRIES = 25


@dataclass(frozen=True)
class FeedPage:
    """The entries of one page, its number, and whether there is another."""

    entries: list[Any]
    number: int
    has_next: bool

    @property
    def links(self) -> list[tuple[str, str]]:
        """The relations to this page and the others, and the ends of their addresses."""
        near = [("self", self.number), ("first", 1)]
        if self.number > 1:
            near.append(("previous", self.number - 1))
        if self.has_next:
            near.append(("next", self.number + 1))
        return [(relation, f"?page={page}" if page > 1 else "") for relation, page in near]


def page_of(request: HttpRequest, rows: QuerySet[Any]) -> FeedPage:
    """Return the page that is asked for; what is no number counts as not said."""
    asked = re.fullmatch("[1-9][0-9]{0,5}", request.GET.get("page", ""), re.ASCII)
    number = int(asked[0]) if asked else 1
    first = (number - 1) * ENTRIES
    found = list(rows[first : first + ENTRIES + 1])
    return FeedPage(found[:ENTRIES], number, has_next=len(found) > ENTRIES)
