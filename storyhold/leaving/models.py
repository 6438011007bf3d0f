"""Who is about to leave."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import Member
from storyhold.leaving.rules import leaves_at


class Stories(models.TextChoices):
    """What becomes of a member's stories, and with them of the rest that they signed."""

    KEEP_NAMED = "named", _("They stay, with my pen name")
    KEEP_ORPHANED = "orphaned", _("They stay, without my name")
    DELETE = "delete", _("They are deleted")


class Departure(models.Model):
    """A member who has asked to leave, until the days of grace are over or they stay."""

    member = models.OneToOneField(
        Member, models.CASCADE, primary_key=True, related_name="departure"
    )
    stories = models.CharField(max_length=8, choices=Stories.choices)
    asked_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.member_id} leaves on {self.leaves_at:%Y-%m-%d}"

    @property
    def leaves_at(self) -> datetime:
        """When the account goes."""
        return leaves_at(self.asked_at)
