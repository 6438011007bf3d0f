"""Custom pages, and links to anywhere."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """Who may see a page or a link."""

    ALL = "all", _("Everybody")
    MEMBERS = "members", _("Members")
    NOBODY = "nobody", _("Nobody yet: it is kept in the office")


class Page(models.Model):
    """A page with a name of its own in its address: help, rules, whatever the archive needs."""

    slug = models.CharField(max_length=60, unique=True)  # /pages/help/
    title = models.CharField(max_length=200)
    source = models.TextField()
    html = models.TextField()
    audience = models.CharField(max_length=7, choices=Audience.choices, default=Audience.ALL)
    foot_place = models.PositiveSmallIntegerField(null=True, blank=True)  # None: not in the foot
    edited_at = models.DateTimeField()

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page."""
        return reverse("pages:page", args=[self.slug])


class Link(models.Model):
    """A link at the foot of every page, to a page of ours or to another site."""

    text = models.CharField(max_length=60)
    address = models.CharField(max_length=300)
    audience = models.CharField(max_length=7, choices=Audience.choices, default=Audience.ALL)
    foot_place = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["foot_place", "pk"]

    def __str__(self) -> str:
        return self.text
