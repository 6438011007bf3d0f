"""News and comments."""

from datetime import datetime

from django.db import models
from django.urls import reverse

from storyhold.accounts.models import PenName
from storyhold.common.tails import with_tail


class NewsItem(models.Model):
    """One piece of news, by somebody who keeps the archive."""

    title = models.CharField(max_length=200)
    source = models.TextField()
    html = models.TextField()
    pen_name = models.ForeignKey(PenName, models.PROTECT, related_name="news")
    # None: a draft. A day to come: it waits until then.
    published_at = models.DateTimeField(null=True, blank=True, db_index=True)
    edited_at = models.DateTimeField()

    class Meta:
        ordering = ["-published_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The page with the whole of it."""
        return reverse("news:item", args=[with_tail(self.pk, self.title)])

    def is_public(self, *, at: datetime) -> bool:
        """Whether readers see it at this moment."""
        return self.published_at is not None and self.published_at <= at


class Comment(models.Model):
    """What a member says to a piece of news."""

    item = models.ForeignKey(NewsItem, models.CASCADE, related_name="comments")
    pen_name = models.ForeignKey(PenName, models.PROTECT, related_name="news_comments")
    source = models.TextField()
    html = models.TextField()
    created_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at", "pk"]
        indexes = [models.Index(fields=["item", "created_at"], name="comments_on_news")]

    def __str__(self) -> str:
        return f"{self.pen_name} · {self.item_id}"
