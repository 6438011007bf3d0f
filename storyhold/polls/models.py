"""Polls and votes."""

from django.db import models

from storyhold.accounts.models import Member


class Poll(models.Model):
    """A question to the members; one at most is open."""

    question = models.CharField(max_length=200)
    is_open = models.BooleanField(default=True)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_open"], condition=models.Q(is_open=True), name="one_open_poll"
            )
        ]

    def __str__(self) -> str:
        return self.question


class Choice(models.Model):
    """One of the answers."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="choices")
    text = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField()
    # Kept beside the votes: it stays when a voter leaves.
    vote_count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class Vote(models.Model):
    """That a member has voted, and for what; nobody is shown it but the member."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="votes")
    choice = models.ForeignKey(Choice, models.CASCADE, related_name="votes")
    member = models.ForeignKey(Member, models.CASCADE, related_name="votes")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["poll", "member"], name="one_vote_per_member")
        ]

    def __str__(self) -> str:
        return f"{self.member_id} → {self.choice_id}"
