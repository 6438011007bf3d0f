"""Accounts without an owner."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import Member


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
