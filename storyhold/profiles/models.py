"""Fields of a profile, and what stands in them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import PenName
from storyhold.profiles.rules import LONGEST_ANSWER, address_of


class Kind(models.TextChoices):
    """What may stand in a field."""

    TEXT = "text", _("A line of text")
    WEBSITE = "website", _("A web address")
    HANDLE = "handle", _("A name at another site, which becomes a link")
    CHOICE = "choice", _("One of several answers")
    YES = "yes", _("Yes, or nothing")


class ProfileField(models.Model):
    """A question that every profile may answer."""

    label = models.CharField(max_length=60)
    kind = models.CharField(max_length=7, choices=Kind.choices, default=Kind.TEXT)
    # Of a choice: the answers offered, one a line.
    options = models.TextField(blank=True)
    # Of a handle: an address in which {name} stands for what was answered.
    pattern = models.CharField(max_length=300, blank=True)
    is_shown = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.label

    @property
    def options_offered(self) -> list[str]:
        """The answers of a choice."""
        return self.options.splitlines()


class ProfileAnswer(models.Model):
    """What one pen name answered; no row for no answer."""

    pen_name = models.ForeignKey(PenName, models.CASCADE, related_name="profile_answers")
    field = models.ForeignKey(ProfileField, models.CASCADE, related_name="answers")
    text = models.CharField(max_length=LONGEST_ANSWER)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["pen_name", "field"], name="one_answer_per_field")
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def address(self) -> str:
        """Where the answer leads; empty where it leads nowhere."""
        if self.field.kind == Kind.WEBSITE:
            return self.text
        return address_of(self.text, self.field.pattern) if self.field.kind == Kind.HANDLE else ""
