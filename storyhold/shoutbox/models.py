"""Shouts."""

from django.db import models
from django.urls import reverse

from storyhold.accounts.models import PenName


class Shout(models.Model):
    """A few words, called out."""

    pen_name = models.ForeignKey(
        PenName, models.PROTECT, null=True, blank=True, related_name="shouts"
    )
    guest_name = models.CharField(max_length=60, blank=True)
    text = models.CharField(max_length=200)  # plain
    shouted_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-shouted_at", "-pk"]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Where it stands, as long as it is among the newest."""
        return f"{reverse('shoutbox:shoutbox')}#shout-{self.pk}"

    @property
    def name(self) -> str:
        """The pen name it is signed with, or the name a guest gave."""
        return self.pen_name.name if self.pen_name else self.guest_name
