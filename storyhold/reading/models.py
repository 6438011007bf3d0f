"""What a member remembers of a story."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.models import Member
from storyhold.reading.rules import LONGEST_MARK, Spot
from storyhold.stories.models import Chapter, Story


class Shelf(models.TextChoices):
    """Where a story stands; a story that was opened stands among those being read."""

    READING = "reading", _("Reading")
    LATER = "later", _("For later")
    FINISHED = "finished", _("Finished")
    DROPPED = "dropped", _("Dropped")
    UNREAD = "unread", _("Unread")


class Progress(models.Model):
    """How far a member is in a story, on which shelf it stands, and what they note of it."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="progress")
    story = models.ForeignKey(Story, models.CASCADE, related_name="progress")
    shelf = models.CharField(max_length=8, choices=Shelf.choices)
    # Where they stopped. Chapters go; the number says where this one was.
    chapter = models.ForeignKey(
        Chapter, models.SET_NULL, null=True, blank=True, related_name="progress"
    )
    number = models.PositiveIntegerField(default=0)
    paragraph = models.PositiveIntegerField(default=0)
    mark = models.CharField(max_length=LONGEST_MARK, blank=True)
    is_end = models.BooleanField(default=False)
    placed_at = models.DateTimeField(null=True, blank=True)  # when the place moved last
    read_at = models.DateTimeField(null=True, blank=True)  # when any of it was opened last
    touched_at = models.DateTimeField()  # opened, or put on a shelf
    note_source = models.TextField(blank=True)
    note_html = models.TextField(blank=True)

    class Meta:
        ordering = ["-touched_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["member", "story"], name="one_progress_of_each_story"),
        ]
        indexes = [
            models.Index(fields=["member", "shelf", "-touched_at"], name="progress_on_a_shelf"),
            models.Index(
                fields=["member", "-read_at"],
                condition=models.Q(read_at__isnull=False),
                name="progress_in_history",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} · {self.story_id}"

    @property
    def shelves(self) -> list[tuple[Shelf, bool]]:
        """All shelves, each with whether the story stands on it."""
        return [(shelf, shelf == self.shelf) for shelf in Shelf]

    @property
    def has_begun(self) -> bool:
        """Whether there is a place in the story."""
        return self.placed_at is not None

    @property
    def stands(self) -> bool:
        """Whether the chapter of the place is still one of the story's."""
        return self._its_own is not None and self._its_own.deleted_at is None

    @property
    def reached(self) -> int:
        """The number that the chapter has now; of one that has gone, the number before it."""
        number = self._its_own.number if self._its_own else self.number
        return number if self.stands else max(number - 1, 0)

    @property
    def _its_own(self) -> Chapter | None:
        """The chapter, also in the trash; it may have become a story of its own."""
        chapter = self.chapter
        return chapter if chapter and chapter.story_id == self.story_id else None

    @property
    def spot(self) -> Spot:
        """Where in the chapter."""
        return Spot(self.paragraph, self.mark, self.is_end)
