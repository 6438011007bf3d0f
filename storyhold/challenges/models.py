"""Challenges and their answers."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from storyhold.accounts.models import PenName
from storyhold.common.alphabet import LONGEST_KEY
from storyhold.common.tails import with_tail
from storyhold.series.models import Series
from storyhold.stories.models import Story
from storyhold.stories.models.tagging import ShownTags
from storyhold.tags.models import Tag

LONGEST_TITLE = 250


class Challenge(models.Model):
    """An idea for a story, posed to everybody."""

    title = models.CharField(max_length=LONGEST_TITLE)
    title_key = models.CharField(max_length=LONGEST_KEY, editable=False)  # common.alphabet
    summary_source = models.TextField()
    summary_html = models.TextField()
    posed_by = models.ForeignKey(
        PenName, models.PROTECT, null=True, blank=True, related_name="challenges_posed"
    )
    guest_name = models.CharField(max_length=60, blank=True)
    tags = models.ManyToManyField(Tag, related_name="challenges", blank=True)
    tags_by_kind = ShownTags()
    posed_at = models.DateTimeField()

    class Meta:
        ordering = ["title_key", "pk"]
        indexes = [models.Index(fields=["title_key"], name="challenges_from_a_to_z")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page of the challenge."""
        return reverse("challenges:challenge", args=[with_tail(self.pk, self.title)])

    @property
    def poser(self) -> str:
        """The pen name it is signed with, or the name a guest gave."""
        return self.posed_by.name if self.posed_by else self.guest_name


class Answer(models.Model):
    """A story or a series that answers a challenge."""

    challenge = models.ForeignKey(Challenge, models.CASCADE, related_name="answers")
    story = models.ForeignKey(
        Story, models.CASCADE, null=True, blank=True, related_name="challenges_answered"
    )
    series = models.ForeignKey(
        Series, models.CASCADE, null=True, blank=True, related_name="challenges_answered"
    )
    answered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-answered_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(story__isnull=False, series=None) | Q(story=None, series__isnull=False),
                name="answered_by_a_story_or_a_series",
            ),
            models.UniqueConstraint(fields=["challenge", "story"], name="one_answer_per_story"),
            models.UniqueConstraint(fields=["challenge", "series"], name="one_answer_per_series"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """The title of the story or series."""
        return str(self.story or self.series)
