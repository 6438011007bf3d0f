"""Reports, inquiries to the archive, messages between members, and what was decided."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import Member, PenName
from storyhold.stories.models import Chapter


class Reason(models.TextChoices):
    """Why a page is reported."""

    RULES = "rules", _("It is against the rules")
    BUG = "bug", _("Something does not work")
    MISSING = "missing", _("Something is missing: a warning, a rating, a name")
    OTHER = "other", _("Something else")


class Case(models.Model):
    """What somebody, member or guest, has written, and others look after until it is settled."""

    pen_name = models.ForeignKey(PenName, models.SET_NULL, null=True, blank=True, related_name="+")
    source = models.TextField()
    html = models.TextField()
    sent_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)  # None: open
    settled_by = models.ForeignKey(Member, models.SET_NULL, null=True, blank=True, related_name="+")
    note = models.TextField(blank=True)  # of those who look after it, for themselves

    class Meta:
        abstract = True
        ordering = ["-sent_at", "-pk"]


class Report(Case):
    """A reader says that something is wrong with a page."""

    path = models.CharField(max_length=500)  # of the page, within the archive
    reason = models.CharField(max_length=7, choices=Reason.choices)

    class Meta(Case.Meta):
        indexes = [models.Index(fields=["settled_at", "-sent_at"], name="reports_by_state")]

    def __str__(self) -> str:
        return self.path

    def get_absolute_url(self) -> str:
        """The page on which it is settled."""
        return reverse("moderation:report", args=[self.pk])

    @property
    def about(self) -> str:
        """How notices call it."""
        return f"report:{self.pk}"


class Inquiry(Case):
    """A letter to the archive."""

    subject = models.CharField(max_length=200)
    email = models.EmailField(max_length=254, blank=True)  # where to answer

    class Meta(Case.Meta):
        verbose_name_plural = "inquiries"
        indexes = [models.Index(fields=["settled_at", "-sent_at"], name="inquiries_by_state")]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        """The page on which it is settled."""
        return reverse("moderation:inquiry", args=[self.pk])

    @property
    def about(self) -> str:
        """How notices call it."""
        return f"inquiry:{self.pk}"


class Message(models.Model):
    """What one member writes to another, who does not learn the address it came from."""

    # What was sent is the recipient's: as any signature, it outlives the account.
    sender = models.ForeignKey(PenName, models.PROTECT, related_name="messages_sent")
    recipient = models.ForeignKey(PenName, models.CASCADE, related_name="messages_received")
    subject = models.CharField(max_length=200)
    source = models.TextField()
    html = models.TextField()
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        """The page on which the recipient reads it."""
        return reverse("moderation:message", args=[self.pk])

    @property
    def about(self) -> str:
        """How notices call it."""
        return f"message:{self.pk}"


class Decision(models.Model):
    """What became of a chapter that waited, and the letter its authors got."""

    chapter = models.ForeignKey(Chapter, models.CASCADE, related_name="decisions")
    is_approval = models.BooleanField()  # otherwise it was sent back
    source = models.TextField(blank=True)  # of the letter, as it was sent
    html = models.TextField(blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(Member, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-decided_at", "-pk"]
        indexes = [models.Index(fields=["-decided_at"], name="decisions_newest")]

    def __str__(self) -> str:
        return f"Decision {self.pk} on chapter {self.chapter_id}"
