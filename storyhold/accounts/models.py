"""Members, the pen names they sign with, and invitations."""

from functools import cached_property, lru_cache
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from storyhold.common.tails import with_tail


class Role(models.TextChoices):
    """What a member is trusted with."""

    MEMBER = "member", _("Member")
    MODERATOR = "moderator", _("Moderator")
    ARCHIVIST = "archivist", _("Archivist")


class Members(BaseUserManager["Member"]):
    """All members."""

    def get_by_natural_key(self, email: str | None) -> "Member":
        """Find a member by e-mail, in whatever case it was typed."""
        return self.get(email__iexact=email)


class Member(AbstractBaseUser):
    """An account. Stories and reviews are signed with one of its pen names."""

    email = models.EmailField(_("e-mail"), max_length=254, unique=True)
    role = models.CharField(max_length=9, choices=Role.choices, default=Role.MEMBER)
    is_active = models.BooleanField(default=True)  # a banned member's is off
    is_trusted = models.BooleanField(default=False)  # their work waits for no moderator
    may_always_submit = models.BooleanField(default=False)  # also while submissions are closed
    joined_at = models.DateTimeField(default=now)
    # Has left, and only the names are kept, on what they sign. Nobody can sign in.
    left_at = models.DateTimeField(null=True, blank=True)
    takes_messages = models.BooleanField(default=True)  # from other members, by form
    remembers_reading = models.BooleanField(default=True)  # where they stopped in which story
    has_confirmed_age = models.BooleanField(default=False)
    # How they like to read, by name; web.parts.look knows the names and what they may be.
    choices = models.JSONField(default=dict, blank=True)
    # Kept beside the notices, so that the head of a page costs no query for them.
    unread_notices = models.PositiveIntegerField(default=0)

    objects = Members()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="one_member_per_email")]

    def __str__(self) -> str:
        return str(self.pen_name)

    @cached_property
    def pen_name(self) -> "PenName":
        """The default pen name; one query at the first use, none for whoever is signed in."""
        return self.pen_names.get(is_default=True)

    @property
    def is_archivist(self) -> bool:
        """Whether this member owns the archive."""
        return self.is_active and self.role == Role.ARCHIVIST

    @property
    def is_moderator(self) -> bool:
        """Whether this member keeps the place decent; an archivist does, too."""
        return self.is_active and self.role in (Role.MODERATOR, Role.ARCHIVIST)

    def has_perm(self, perm: str, obj: Any = None) -> bool:  # noqa: ARG002 — Django's signature
        """Nobody has one of Django's permissions: our doors are in each room's `access.py`."""
        return False


class PenName(models.Model):
    """A name a member publishes under. An account may have several; nothing ties them in public."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="pen_names")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, unique=True, editable=False)  # rules.name_key
    is_default = models.BooleanField(default=False)
    bio_source = models.TextField(blank=True)
    bio_html = models.TextField(blank=True)
    website = models.URLField(max_length=300, blank=True)
    created_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["member"],
                condition=models.Q(is_default=True),
                name="one_default_pen_name",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The profile."""
        return _address_of_profile(self.pk, self.name)

    @property
    def describes_itself(self) -> bool:
        """Whether the profile shows biography and website: not those of a banned member."""
        return self.member.is_active


@lru_cache(maxsize=5_000)
def _address_of_profile(pk: int, name: str) -> str:
    return reverse("people:profile", args=[with_tail(pk, name)])


class Invitation(models.Model):
    """A code that lets one person register. Only its hash is kept."""

    code_sha256 = models.CharField(max_length=64, unique=True)
    note = models.CharField(max_length=200, blank=True)
    made_by = models.ForeignKey(Member, models.CASCADE, related_name="invitations_made")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_by = models.ForeignKey(
        Member, models.SET_NULL, null=True, blank=True, related_name="invitations_used"
    )
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return self.note or f"Invitation {self.pk}"


class ReaderPassword(models.Model):
    """What one e-reader of a member knows. Only its hash is kept."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="reader_passwords")
    device = models.CharField(max_length=60)  # as the member calls it
    secret_sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    used_on = models.DateField(null=True, blank=True)  # the last day

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.device
