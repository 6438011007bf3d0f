"""Notices, and how members wish to be told."""

from django.db import models
from django.urls import reverse

from storyhold.accounts.models import Member
from storyhold.notices.kinds import KINDS, How


class Notice(models.Model):
    """One piece of news for one member."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=30)  # a key of KINDS
    # The thing it is about, "review:12", so that nobody is told of it twice, and what has gone
    # can take its notices along.
    about = models.CharField(max_length=100)
    path = models.CharField(max_length=500)  # where it leads, within the archive
    facts = models.JSONField(default=dict)  # what fills the kind's sentence
    told_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    # The sort of letter it is still to go in, as in How.mail; empty for none, or when written.
    by_mail = models.CharField(max_length=6, blank=True)

    class Meta:
        ordering = ["-told_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["member", "kind", "about"], name="one_notice_of_each_thing"
            )
        ]
        indexes = [
            models.Index(fields=["about"], name="notices_about"),
            models.Index(fields=["member", "-told_at"], name="notices_of_a_member"),
            # Not only for those that wait: SQLite would not find it with a value in the query.
            models.Index(fields=["by_mail", "member"], name="notices_by_mail"),
        ]

    def __str__(self) -> str:
        return self.sentence

    def get_absolute_url(self) -> str:
        """The address that leads to the thing, and marks the notice as read."""
        return reverse("notices:open", args=[self.pk])

    @property
    def sentence(self) -> str:
        """The news in words, as plain text."""
        return KINDS[self.kind].in_words(self.facts)


class Wish(models.Model):
    """How a member wishes to be told of one kind; without a row, as is usual for the kind."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="wishes")
    kind = models.CharField(max_length=30)  # a key of KINDS
    how = models.CharField(max_length=6, choices=How.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["member", "kind"], name="one_wish_for_each_kind")
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.how}"


class NoMail(models.Model):
    """That a member wants no mail about anything, whatever else was chosen or will come to be."""

    member = models.OneToOneField(Member, models.CASCADE, related_name="no_mail")
    since = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"No mail since {self.since:%Y-%m-%d}"
