"""Reviews, replies and kudos."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse

from storyhold.accounts.models import Member, PenName
from storyhold.series.models import Series
from storyhold.stories.models import Chapter, Story


class Review(models.Model):
    """A reader's written response to a chapter, or to a whole series.

    `rating` is 1 to 10, for liked or not 10 or 1.
    """

    story = models.ForeignKey(Story, models.CASCADE, null=True, blank=True, related_name="reviews")
    series = models.ForeignKey(
        Series,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="reviews",
        db_index=False,  # a better one below
    )
    chapter = models.ForeignKey(
        Chapter, models.SET_NULL, null=True, blank=True, related_name="reviews"
    )
    pen_name = models.ForeignKey(
        PenName, models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    guest_name = models.CharField(max_length=60, blank=True)
    rating = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(10)]
    )
    source = models.TextField()
    html = models.TextField()
    created_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(rating=None) | models.Q(rating__range=(1, 10)),
                name="ratings_from_1_to_10",
            ),
            models.CheckConstraint(
                condition=models.Q(story__isnull=False, series=None)
                | models.Q(story=None, chapter=None, series__isnull=False),
                name="reviews_of_a_story_or_a_series",
            ),
        ]
        indexes = [
            models.Index(fields=["chapter", "-created_at"], name="reviews_of_a_chapter"),
            models.Index(fields=["story", "-created_at"], name="reviews_of_a_story"),
            # Few reviews are: an index over all of them would tell SQLite nothing.
            models.Index(
                fields=["series"],
                condition=models.Q(series__isnull=False),
                name="reviews_of_whole_series",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reader_name} · {self.subject}"

    def get_absolute_url(self) -> str:
        """The address that leads to wherever the review stands."""
        return reverse("reviews:review", args=[self.pk])

    @property
    def subject(self) -> Story | Series:
        """The story or series it is about."""
        subject = self.story or self.series
        assert subject is not None  # noqa: S101 — the database keeps that promise
        return subject

    @property
    def reader_name(self) -> str:
        """The pen name it is signed with, or the name a guest gave."""
        return self.pen_name.name if self.pen_name else self.guest_name

    @property
    def reply_shown(self) -> "Reply | None":
        """The author's answer, from a query that selected it."""
        return getattr(self, "reply", None)


class Reply(models.Model):
    """The author's answer; one to a review."""

    review = models.OneToOneField(Review, models.CASCADE, related_name="reply")
    pen_name = models.ForeignKey(PenName, models.PROTECT, related_name="replies")
    source = models.TextField()
    html = models.TextField()
    created_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "replies"

    def __str__(self) -> str:
        return f"{self.pen_name} → {self.review_id}"


class Kudos(models.Model):
    """Thanks without words: one from each reader of a story."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="kudos")
    # Those of a member who has left stay, as a guest's.
    member = models.ForeignKey(
        Member, models.SET_NULL, null=True, blank=True, related_name="kudos_given"
    )
    # Of a guest, for the day: a salted hash, as in stories.ReadMark.
    visitor = models.BinaryField(max_length=16, null=True, blank=True)
    given_on = models.DateField()

    class Meta:
        verbose_name_plural = "kudos"
        constraints = [
            models.UniqueConstraint(fields=["story", "member"], name="kudos_once_from_a_member"),
            models.UniqueConstraint(fields=["story", "visitor"], name="kudos_once_from_a_guest"),
        ]

    def __str__(self) -> str:
        return f"{self.given_on} {self.story_id}"
