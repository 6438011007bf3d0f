"""Who has read what today, without knowing who."""

from django.db import models

from storyhold.stories.models.story import Story


class DaySalt(models.Model):
    """A random value for one day; when it is gone, that day's marks mean nothing to anyone."""

    day = models.DateField(primary_key=True)
    salt = models.BinaryField()

    def __str__(self) -> str:
        return str(self.day)


class ReadMark(models.Model):
    """One visitor, one story, one day. Removed the day after."""

    day = models.DateField()
    story = models.ForeignKey(Story, models.CASCADE, related_name="read_marks")
    visitor = models.BinaryField(max_length=16)  # salted hash; no address can be had back

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "story", "visitor"], name="one_mark_per_visitor_story_and_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.story_id}"
