"""Who has read what today, without knowing who; and how many read it on which day."""

from django.db import models

from storyhold.stories.models.chapter import Chapter
from storyhold.stories.models.story import Story


class DaySalt(models.Model):
    """A random value for one day; when it is gone, that day's marks mean nothing to anyone."""

    day = models.DateField(primary_key=True)
    salt = models.BinaryField()

    def __str__(self) -> str:
        return str(self.day)


class ReadMark(models.Model):
    """One visitor, one day, and one chapter or a whole story at once. Removed the day after."""

    day = models.DateField()
    story = models.ForeignKey(Story, models.CASCADE, related_name="read_marks")
    chapter = models.ForeignKey(
        Chapter, models.CASCADE, null=True, blank=True, related_name="read_marks"
    )
    visitor = models.BinaryField(max_length=16)  # salted hash; no address can be had back

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "story", "visitor"],
                condition=models.Q(chapter=None),
                name="one_mark_per_visitor_story_and_day",
            ),
            models.UniqueConstraint(
                fields=["day", "chapter", "visitor"],
                name="one_mark_per_visitor_chapter_and_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.story_id}"


class ReadsOfDay(models.Model):
    """How many visitors read a story, or one of its chapters, on a day."""

    day = models.DateField()
    story = models.ForeignKey(Story, models.CASCADE, related_name="reads_of_days")
    # No index of all: SQLite would take it for the numbers of whole stories, which are most rows.
    chapter = models.ForeignKey(
        Chapter,
        models.CASCADE,
        null=True,
        blank=True,
        db_index=False,
        related_name="reads_of_days",
    )
    reads = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["story", "day"],
                condition=models.Q(chapter=None),
                name="one_number_per_story_and_day",
            ),
            models.UniqueConstraint(
                fields=["chapter", "day"],
                condition=models.Q(chapter__isnull=False),
                name="one_number_per_chapter_and_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.story_id}: {self.reads}"
