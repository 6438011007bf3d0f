"""A chapter, its text in a table of its own, and every state the text was saved in."""

from functools import lru_cache

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _

from storyhold.accounts.models import Member, PenName
from storyhold.common.packing import unpack
from storyhold.stories.models.story import LONGEST_TITLE, Story


class Chapter(models.Model):
    """A chapter without its text, so that a list of chapters never pulls texts."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="chapters")
    number = models.PositiveIntegerField()  # from 1, without gaps among those not in the trash
    title = models.CharField(max_length=LONGEST_TITLE, blank=True)
    opening_note_source = models.TextField(blank=True)
    opening_note_html = models.TextField(blank=True)
    closing_note_source = models.TextField(blank=True)
    closing_note_html = models.TextField(blank=True)
    # Shown where a story's chapters have different authors.
    signed_by = models.ForeignKey(
        PenName, models.PROTECT, null=True, blank=True, related_name="chapters_signed"
    )
    # Written for a round robin: its writer alone may change it, whoever signs the story.
    is_writers_own = models.BooleanField(default=False)
    # The newest revision's number: two tabs that save at once are told apart by it.
    revision_number = models.PositiveIntegerField(default=0)

    is_public = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True, blank=True)  # when it first became public
    held_at = models.DateTimeField(null=True, blank=True)  # waits for a moderator since
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True)  # in the trash since

    word_count = models.PositiveIntegerField(default=0)
    review_count = models.PositiveIntegerField(default=0)
    read_count = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "number"],
                condition=models.Q(deleted_at=None),
                name="one_chapter_per_number",
            ),
            models.CheckConstraint(
                condition=models.Q(is_public=False) | models.Q(published_at__isnull=False),
                name="public_chapters_have_a_day",
            ),
            models.CheckConstraint(
                condition=models.Q(is_public=False) | models.Q(held_at=None),
                name="held_chapters_are_not_public",
            ),
        ]
        indexes = [
            models.Index(
                fields=["held_at"],
                condition=models.Q(held_at__isnull=False),
                name="chapters_held",
            )
        ]

    def __str__(self) -> str:
        return self.heading

    def get_absolute_url(self) -> str:
        """The page to read it."""
        return _address_of_chapter(self.story_id, self.number)

    @property
    def heading(self) -> str:
        """“Chapter 3: Low Water”, or “Chapter 3” without a title."""
        if self.title:
            return _("Chapter %(number)d: %(title)s") % {
                "number": self.number,
                "title": self.title,
            }
        return _("Chapter %d") % self.number


@lru_cache(maxsize=5_000)
def _address_of_chapter(story: int, number: int) -> str:
    return reverse("chapters:read", args=[story, number])


class ChapterText(models.Model):
    """Canonical chapter HTML as `prose` made it at the last save."""

    chapter = models.OneToOneField(Chapter, models.CASCADE, primary_key=True, related_name="text")
    html = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64)  # prose.fingerprint

    def __str__(self) -> str:
        return f"Text of {self.chapter_id}"


class Revision(models.Model):
    """What was saved once, byte for byte as it was typed, beside what was made of it."""

    chapter = models.ForeignKey(Chapter, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=LONGEST_TITLE, blank=True)
    opening_note = models.TextField(blank=True)
    closing_note = models.TextField(blank=True)
    format = models.CharField(max_length=5, choices=[("plain", "plain"), ("html", "html")])
    source_packed = models.BinaryField()  # zlib, UTF-8
    html_packed = models.BinaryField()  # zlib, UTF-8
    word_count = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(
        Member, models.SET_NULL, null=True, blank=True, related_name="revisions_saved"
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["chapter", "number"], name="one_revision_per_number")
        ]

    def __str__(self) -> str:
        return f"Revision {self.number} of chapter {self.chapter_id}"

    @property
    def source(self) -> str:
        """The text as typed."""
        return unpack(self.source_packed)

    @property
    def html(self) -> str:
        """The canonical HTML made of it then."""
        return unpack(self.html_packed)
