"""Illustrations: pictures with an owner, who shows them in stories."""

from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from storyhold.accounts.models import Member
from storyhold.illustrations.rules import (
    LONGEST_DESCRIPTION,
    LONGEST_FILE_NAME,
    LONGEST_OLD_PATH,
)


class Illustration(models.Model):
    """A picture of a member's; its file goes when the row goes, and the row with its member."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="illustrations")
    picture = models.CharField(max_length=24, unique=True)  # the file's name among the pictures
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    # What it shows, for those who do not see it.
    description = models.CharField(max_length=LONGEST_DESCRIPTION, blank=True)
    file_name = models.CharField(max_length=LONGEST_FILE_NAME, blank=True)  # as it was brought
    # Where an archive that moved in had it, as its stories say: `stories/7/images/map.gif`.
    old_path = models.CharField(max_length=LONGEST_OLD_PATH, blank=True, db_index=True)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.description or self.file_name or self.picture

    def get_absolute_url(self) -> str:
        """Return the address of the picture itself."""
        return reverse("picture", args=[self.picture])

    @property
    def html(self) -> SafeString:
        """What an author copies into a text."""
        return format_html(
            '<img src="{}" alt="{}" width="{}" height="{}">',
            self.get_absolute_url(),
            self.description,
            self.width,
            self.height,
        )
