"""Offers to read drafts, links to drafts, and notes left on them."""

from django.db import models

from storyhold.accounts.models import Member, PenName
from storyhold.common.languages import language_name
from storyhold.stories.models import Chapter, Story
from storyhold.tags.models import Tag


class Offer(models.Model):
    """A pen name offers to read drafts, and says which."""

    pen_name = models.OneToOneField(PenName, models.CASCADE, related_name="beta_offer")
    source = models.TextField(blank=True)
    html = models.TextField(blank=True)
    languages = models.JSONField(default=list)  # BCP 47
    tags = models.ManyToManyField(Tag, related_name="beta_offers", blank=True)
    offered_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.pen_name} reads"

    @property
    def language_names(self) -> list[tuple[str, str]]:
        """The languages, each as code and own name."""
        return [(code, language_name(code)) for code in self.languages]


class DraftLink(models.Model):
    """A private link to a draft: to a story, or to one of its chapters. Its secret is not kept."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="draft_links")
    chapter = models.ForeignKey(
        Chapter, models.CASCADE, null=True, blank=True, related_name="draft_links"
    )
    token_sha256 = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Member, models.CASCADE, related_name="draft_links")
    reader = models.CharField(max_length=100, blank=True)  # for whom, in the author's words
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.reader or f"Link {self.pk}"


class Note(models.Model):
    """What a beta reader says of a paragraph, or of a whole chapter."""

    # A link goes with the member who made it; the note is its reader's, and the co-authors'.
    link = models.ForeignKey(DraftLink, models.SET_NULL, null=True, related_name="notes")
    chapter = models.ForeignKey(Chapter, models.CASCADE, related_name="beta_notes")
    paragraph = models.PositiveIntegerField(null=True, blank=True)  # none: the whole chapter
    # The paragraph's letters as they were, by which the note finds it again after edits.
    quote = models.TextField(blank=True)
    pen_name = models.ForeignKey(
        PenName, models.PROTECT, null=True, blank=True, related_name="beta_notes"
    )
    guest_name = models.CharField(max_length=60, blank=True)
    source = models.TextField()
    html = models.TextField()
    left_at = models.DateTimeField(auto_now_add=True)
    answer_source = models.TextField(blank=True)
    answer_html = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["left_at", "pk"]

    def __str__(self) -> str:
        return f"{self.reader_name} on {self.chapter_id}"

    @property
    def reader_name(self) -> str:
        """The pen name it is signed with, or the name a guest gave."""
        return self.pen_name.name if self.pen_name else self.guest_name
