"""Letters to members, and how far they have got."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """To whom a letter goes."""

    ALL = "all", _("All members")
    AUTHORS = "authors", _("Authors: members with a public story")
    STAFF = "staff", _("Those who keep the archive: moderators and archivists")
    ABSENT = "absent", _("Members who have not signed in since a day")


class Stage(models.TextChoices):
    """How far a letter has got."""

    DRAFT = "draft", _("Draft")
    GOING = "going", _("Being written")
    STOPPED = "stopped", _("Stopped")
    ENDED = "ended", _("Written to everybody")


class Circular(models.Model):
    """One letter to many members: a draft, under way, stopped, or written to all of them."""

    subject = models.CharField(max_length=200)
    source = models.TextField()
    body = models.TextField()  # plain text, with {name} still open
    audience = models.CharField(max_length=7, choices=Audience.choices, default=Audience.ALL)
    absent_since = models.DateField(null=True, blank=True)
    # Then it also goes to those who want no letters: they have to know.
    is_about_rules = models.BooleanField(default=False)

    stage = models.CharField(max_length=7, choices=Stage.choices, default=Stage.DRAFT)
    created_at = models.DateTimeField(auto_now_add=True)
    tried_at = models.DateTimeField(null=True, blank=True)  # as it stands, by an archivist
    begun_at = models.DateTimeField(null=True, blank=True)
    # Members are gone through by number: all up to this one have been.
    last_member = models.PositiveBigIntegerField(default=0)
    written = models.PositiveIntegerField(default=0)
    unconfirmed = models.PositiveIntegerField(default=0)
    unwanted = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.subject

    @property
    def is_draft(self) -> bool:
        """Whether nobody has it yet, so that it can be changed and deleted."""
        return self.stage == Stage.DRAFT
