"""Series: stories, and series within series, in an order."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import PenName
from storyhold.common.alphabet import LONGEST_KEY
from storyhold.common.tails import with_tail
from storyhold.stories.models import Story
from storyhold.stories.models.tagging import ShownTags
from storyhold.tags.models import Tag


class Mode(models.TextChoices):
    """Who may add to a series."""

    CLOSED = "closed", _("Closed: only I add stories")
    MODERATED = "moderated", _("Moderated: members suggest their stories, I decide")
    OPEN = "open", _("Open: members add their stories")


class Series(models.Model):
    """Kept by one pen name; what it holds stays where it is."""

    title = models.CharField(max_length=250)
    title_key = models.CharField(max_length=LONGEST_KEY, editable=False)  # common.alphabet
    summary_source = models.TextField(blank=True)
    summary_html = models.TextField(blank=True)
    owner = models.ForeignKey(PenName, models.PROTECT, related_name="series_kept")
    tags = models.ManyToManyField(Tag, related_name="series", blank=True)
    tags_by_kind = ShownTags()
    mode = models.CharField(max_length=9, choices=Mode.choices, default=Mode.CLOSED)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["title_key", "pk"]
        verbose_name_plural = "series"

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of the series."""
        return reverse("series:series", args=[with_tail(self.pk, self.title)])


class SeriesItem(models.Model):
    """One place in a series: a story or another series. A suggestion until it is accepted."""

    series = models.ForeignKey(Series, models.CASCADE, related_name="items")
    story = models.ForeignKey(
        Story, models.CASCADE, null=True, blank=True, related_name="series_items"
    )
    sub_series = models.ForeignKey(
        Series, models.CASCADE, null=True, blank=True, related_name="places"
    )
    position = models.PositiveIntegerField()
    added_by = models.ForeignKey(PenName, models.SET_NULL, null=True, related_name="series_items")
    added_at = models.DateTimeField(auto_now_add=True)
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(story__isnull=False, sub_series__isnull=True)
                | models.Q(story__isnull=True, sub_series__isnull=False),
                name="a_story_or_a_series",
            ),
            models.UniqueConstraint(fields=["series", "story"], name="one_place_per_story"),
            models.UniqueConstraint(fields=["series", "sub_series"], name="one_place_per_series"),
        ]

    def __str__(self) -> str:
        return f"{self.position} in {self.series_id}"

    @property
    def title(self) -> str:
        """The title of the story or series that has this place."""
        return str(self.story or self.sub_series)
