"""Blocks in their places."""

from datetime import date
from typing import Any

from django.db import models
from django.forms import model_to_dict
from django.utils.translation import gettext_lazy as _

LONGEST_TITLE = 80


class Kind(models.TextChoices):
    """What a block shows."""

    FEATURED = "featured", _("Featured stories")
    NEWEST = "newest", _("Newest stories")
    UPDATED = "updated", _("Lately updated stories")
    RANDOM = "random", _("Stories by chance")
    NEWS = "news", _("News")
    MENU = "menu", _("Ways to find a story")
    CATEGORIES = "categories", _("Categories")
    SEARCH = "search", _("A field to search")
    TOTALS = "totals", _("The archive in numbers")
    PEOPLE = "people", _("Who is new")
    READERS = "readers", _("How many read today")
    POLL = "poll", _("The open poll")
    SHOUTBOX = "shoutbox", _("Shoutbox")
    COUNTDOWN = "countdown", _("Days until a day")
    TEXT = "text", _("A text of your own")


class Place(models.TextChoices):
    """On which pages it stands."""

    FRONT = "front", _("On the first page")
    EVERYWHERE = "everywhere", _("On every page, at its side")
    NOWHERE = "nowhere", _("Nowhere: it is kept for later")


class Column(models.TextChoices):
    """Where on the first page."""

    MAIN = "main", _("In the middle")
    SIDE = "side", _("At the side")


class Block(models.Model):
    """One block with its few options; each kind uses those that it needs."""

    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=LONGEST_TITLE, blank=True)  # else what the kind is called
    place = models.CharField(max_length=10, choices=Place.choices, default=Place.FRONT)
    column = models.CharField(max_length=4, choices=Column.choices, default=Column.MAIN)
    position = models.PositiveSmallIntegerField(default=0)
    how_many = models.PositiveSmallIntegerField(default=5)  # of stories, news, names, shouts
    source = models.TextField(blank=True)  # of a text; of a countdown, what is said on the day
    html = models.TextField(blank=True)
    day = models.DateField(null=True, blank=True)  # of a countdown

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.heading

    def packed(self) -> dict[str, Any]:
        """Return it as plain values, which JSON can hold; `unpacked` makes it a block again."""
        row = model_to_dict(self, exclude=["source"]) | {"id": self.pk}
        return row | {"day": self.day and self.day.isoformat()}

    @property
    def heading(self) -> str:
        """What stands above it."""
        return self.title or str(self.get_kind_display())


def unpacked(row: dict[str, Any]) -> Block:
    """Return the block of which `packed` made this."""
    return Block(**row | {"day": date.fromisoformat(row["day"]) if row["day"] else None})
