"""Who signs a story."""

from django.db import models

from storyhold.accounts.models import PenName
from storyhold.stories.models.story import Story


class Authorship(models.Model):
    """A pen name on a story; an invitation until it is accepted."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="authorships")
    pen_name = models.ForeignKey(PenName, models.PROTECT, related_name="authorships")
    position = models.PositiveSmallIntegerField(default=0)
    invited_at = models.DateTimeField(auto_now_add=True)
    accepted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["story", "pen_name"], name="one_signature_per_story")
        ]

    def __str__(self) -> str:
        return f"{self.pen_name} · {self.story}"
