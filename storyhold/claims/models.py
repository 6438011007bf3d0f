"""Accounts without an owner, and their way to one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import Member, PenName


class Why(models.TextChoices):
    """Why nobody has an account in hand."""

    NO_PASSWORD = "password", _("No password that can be used came with it")
    NO_ADDRESS = "address", _("No address came with it that is theirs alone")
    BY_ARCHIVIST = "archivist", _("An archivist made it for somebody else’s works")
    FORMER = "former", _("Only a name and works were left of a former member")


class Unclaimed(models.Model):
    """That an account waits for whom it belongs to. Its names stay on all they sign.

    An account without an address of its own has one of the house (`accounts.rules`).
    """

    member = models.OneToOneField(Member, models.CASCADE, related_name="unclaimed")
    why = models.CharField(max_length=9, choices=Why.choices)
    # Where a letter may reach them, though another member has this address.
    shared_address = models.EmailField(max_length=254, blank=True)
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.member)


class Claim(models.Model):
    """Somebody says that an account is theirs, and waits for the archivist's answer."""

    unclaimed = models.ForeignKey(Unclaimed, models.CASCADE, related_name="claims")
    by = models.ForeignKey(PenName, models.CASCADE, null=True, blank=True, related_name="claims")
    email = models.EmailField(max_length=254, blank=True)  # of a guest
    words = models.TextField()
    asked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.who} · {self.unclaimed}"

    @property
    def who(self) -> str:
        """How whoever asks is called: by pen name, else by address."""
        return self.by.name if self.by else self.email


class Handover(models.Model):
    """A one-time link with which an account is taken over. Only its hash is kept."""

    unclaimed = models.OneToOneField(Unclaimed, models.CASCADE, related_name="handover")
    token_sha256 = models.CharField(max_length=64, unique=True)
    email = models.EmailField(max_length=254)  # where it was sent
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.unclaimed} → {self.email}"


class Wording(models.Model):
    """A letter as the archivist words it; without one, ours is sent."""

    letter = models.CharField(max_length=20, unique=True)  # claims.wording
    text = models.TextField()

    def __str__(self) -> str:
        return self.letter


class Announcement(models.Model):
    """That members are written to who have not been here since the archive moved."""

    address = models.CharField(max_length=300)  # of the archive, as it was called when this began
    begun_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.begun_at:%Y-%m-%d}"


class Told(models.Model):
    """That a member was sent the letter that the archive has moved: once is enough."""

    member = models.OneToOneField(Member, models.CASCADE, related_name="told_of_move")
    told_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.member)
