"""Bookmarks and subscriptions: a story, a series or an author that a member keeps, or follows."""

from typing import TypeAlias

from django.db import models
from django.db.models import Q

from storyhold.accounts.models import Member, PenName
from storyhold.series.models import Series
from storyhold.stories.models import Story

Thing: TypeAlias = Story | Series | PenName  # what can be kept and followed


def field_of(thing: Thing) -> str:
    """Return the name of the field in which a bookmark holds this thing."""
    if isinstance(thing, PenName):
        return "author"
    return "series" if isinstance(thing, Series) else "story"


class OneThing(models.Model):
    """Something about exactly one story, series or author."""

    story = models.ForeignKey(
        Story, models.CASCADE, null=True, blank=True, related_name="%(class)ss"
    )
    series = models.ForeignKey(
        Series, models.CASCADE, null=True, blank=True, related_name="%(class)ss"
    )
    author = models.ForeignKey(
        PenName, models.CASCADE, null=True, blank=True, related_name="%(class)ss_of"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(story__isnull=False, series=None, author=None)
                | Q(story=None, series__isnull=False, author=None)
                | Q(story=None, series=None, author__isnull=False),
                name="%(class)ss_of_one_thing",
            ),
            models.UniqueConstraint(fields=["member", "story"], name="one_%(class)s_of_each_story"),
            models.UniqueConstraint(
                fields=["member", "series"], name="one_%(class)s_of_each_series"
            ),
            models.UniqueConstraint(
                fields=["member", "author"], name="one_%(class)s_of_each_author"
            ),
        ]

    @property
    def thing(self) -> Thing:
        """The story, series or author."""
        thing = self.story or self.series or self.author
        assert thing is not None  # noqa: S101 — the database keeps that promise
        return thing


class Bookmark(OneThing):
    """What a member keeps, signed with one of their pen names; what is not public, they alone see.

    Old archives call it a favorite.
    """

    member = models.ForeignKey(Member, models.CASCADE, related_name="bookmarks")
    pen_name = models.ForeignKey(PenName, models.PROTECT, related_name="bookmarks")
    comment_source = models.TextField(blank=True)
    comment_html = models.TextField(blank=True)
    is_public = models.BooleanField(default=True)
    kept_at = models.DateTimeField()

    class Meta(OneThing.Meta):
        ordering = ["-kept_at", "-pk"]
        indexes = [models.Index(fields=["pen_name", "-kept_at"], name="bookmarks_of_a_pen_name")]

    def __str__(self) -> str:
        return f"{self.pen_name} · {self.thing}"


class Subscription(OneThing):
    """What a member wants to hear about: new chapters of a story, new stories of the others."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="subscriptions")
    subscribed_at = models.DateTimeField()

    class Meta(OneThing.Meta):
        ordering = ["-subscribed_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.member_id} · {self.thing}"
