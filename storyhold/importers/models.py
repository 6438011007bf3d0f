"""Old archives that moved in, the numbers their things had, and what was kept untouched."""

import zlib

from django.db import models
from django.utils.translation import gettext_lazy as _

from storyhold.stories.models import Chapter


class Move(models.Model):
    """An old archive, from its first import on. A newer dump of it belongs to the same move."""

    site = models.CharField(max_length=200, unique=True)  # which archive it is, as its source says
    name = models.CharField(max_length=200, blank=True)  # as it called itself
    address = models.CharField(max_length=300, blank=True)  # where its pages were
    started_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    before = models.JSONField(default=dict)  # our settings before it came, to be put back
    # What people had written when its last part came; None once somebody wrote in between.
    traces = models.JSONField(null=True)

    def __str__(self) -> str:
        return self.name or self.site


class Mark(models.Model):
    """A step that is done for one state of the source; a killed import goes on after the last."""

    move = models.ForeignKey(Move, models.CASCADE, related_name="marks")
    source = models.CharField(max_length=64)  # the fingerprint of what was read
    step = models.CharField(max_length=40)
    done_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["move", "source", "step"], name="one_mark_per_step")
        ]

    def __str__(self) -> str:
        return self.step


class OldNumber(models.Model):
    """The number a thing had, and the one it has here; none, where it could not be carried.

    It stays when the thing is deleted here: then an old link can say what was there.
    """

    move = models.ForeignKey(Move, models.CASCADE, related_name="old_numbers")
    kind = models.CharField(max_length=20)  # importers.kinds
    old = models.CharField(max_length=100)  # digits, or parts joined with a colon
    new = models.BigIntegerField(null=True, blank=True)
    name = models.CharField(max_length=250, blank=True)  # what it was called, where it is not here
    # It had been here before the old archive came, so that taking the move back leaves it.
    was_here = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "old", "move"], name="one_row_per_old_number")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.old}"


class OldPlace(models.Model):
    """Where a chapter stood in its story, for old links that count chapters."""

    move = models.ForeignKey(Move, models.CASCADE, related_name="old_places")
    story = models.BigIntegerField()  # its old number
    place = models.IntegerField()  # `inorder`, as it was
    chapter = models.ForeignKey(Chapter, models.CASCADE, related_name="old_places")

    class Meta:
        indexes = [models.Index(fields=["story", "place"], name="chapter_at_an_old_place")]

    def __str__(self) -> str:
        return f"Chapter {self.place} of story {self.story}"


class Untouched(models.Model):
    """The bytes of an old value that was changed while it was read, or of a row with no place here.

    A whole row, where `column` is empty, is kept as JSON in which bytes stand as Latin-1.
    """

    move = models.ForeignKey(Move, models.CASCADE, related_name="untouched")
    table = models.CharField(max_length=60)
    number = models.CharField(max_length=100)
    column = models.CharField(max_length=60, blank=True)
    packed = models.BinaryField()  # zlib
    how = models.CharField(max_length=40, blank=True)  # the reading that was chosen

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["move", "table", "number", "column"], name="untouched_is_kept_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.table} {self.number} {self.column}"

    @property
    def raw(self) -> bytes:
        """The bytes as they were in the source."""
        return zlib.decompress(self.packed)


class Stage(models.TextChoices):
    """How far an import that was begun in the browser is."""

    REHEARSING = "rehearsing", _("Being read")
    REHEARSED = "rehearsed", _("Read; nothing was changed")
    MOVING = "moving", _("Moving in")
    MOVED = "moved", _("Moved in")
    FAILED = "failed", _("It could not be done")


class Undertaking(models.Model):
    """A rehearsal, and the move that may follow, of files that an archivist brought."""

    sources = models.JSONField(default=list)  # names of files in the folder for what comes in
    site_key = models.CharField(max_length=60, blank=True)
    charset = models.CharField(max_length=40, blank=True)
    encodings = models.JSONField(default=dict)  # where something is in another set
    zone = models.CharField(max_length=60, default="UTC")
    stage = models.CharField(max_length=10, choices=Stage.choices, default=Stage.REHEARSING)
    doing = models.CharField(max_length=200, blank=True)  # what is done at the moment
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(default=0)  # 0: not known
    trouble = models.TextField(blank=True)  # why it could not be done
    proof = models.TextField(blank=True)  # the last words of the comparison
    move = models.ForeignKey(
        Move, models.SET_NULL, null=True, blank=True, related_name="undertakings"
    )
    begun_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                models.Value(1),
                condition=models.Q(stage__in=["rehearsing", "moving"]),
                name="one_undertaking_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return ", ".join(self.sources)

    @property
    def is_running(self) -> bool:
        """Whether it is being worked on."""
        return self.stage in (Stage.REHEARSING, Stage.MOVING)

    @property
    def share(self) -> int | None:
        """How much of what is being done is done, in percent, where that is known."""
        return min(100, 100 * self.done // self.total) if self.total else None
