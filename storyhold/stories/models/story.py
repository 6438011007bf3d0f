"""A story: what listings need, with counters kept beside it."""

from functools import lru_cache

from django.db import models
from django.urls import reverse

from storyhold.accounts.models import PenName
from storyhold.common.alphabet import LONGEST_KEY, folded, letter_of, title_key
from storyhold.common.languages import direction_of_language
from storyhold.common.tails import with_tail
from storyhold.prose.plain_text import plain_text
from storyhold.stories.models.tagging import ShownTags
from storyhold.tags.models import Rating, Tag

LONGEST_TITLE = 250
LISTED = models.Q(is_public=True, deleted_at=None)  # what lists hold, and their indexes too

# A story is scored as if this many readers more had given the middle of the scale.
READERS_OF_THE_MIDDLE = 5
MIDDLE = 5.5


class Story(models.Model):
    """A draft until it is public; in progress until its authors say it is complete."""

    title = models.CharField(max_length=LONGEST_TITLE)
    # Where it stands from A to Z; common.alphabet. Written wherever the title is.
    title_key = models.CharField(max_length=LONGEST_KEY, editable=False)
    letter = models.CharField(max_length=4, editable=False)
    # Title and summary, folded: a word that is sought is sought here.
    found_by = models.TextField(editable=False)
    summary_source = models.TextField(blank=True)
    summary_html = models.TextField(blank=True)
    notes_source = models.TextField(blank=True)
    notes_html = models.TextField(blank=True)
    language = models.CharField(max_length=10, default="en")  # BCP 47
    rating = models.ForeignKey(
        Rating, models.SET_NULL, null=True, blank=True, related_name="stories"
    )
    tags = models.ManyToManyField(Tag, related_name="stories", blank=True)
    tags_by_kind = ShownTags()
    is_complete = models.BooleanField(default=False)
    is_featured = models.BooleanField(default=False)
    featured_at = models.DateTimeField(null=True, blank=True)  # last put into the window
    is_round_robin = models.BooleanField(default=False)  # any member may add a chapter
    is_trusted = models.BooleanField(default=False)  # its new chapters wait for no moderator
    in_search_engines = models.BooleanField(default=True)  # by its authors' wish

    is_public = models.BooleanField(default=False)
    # When it first became public: stays when it is taken back and published again, so that
    # nobody gets to the top of “newest” twice.
    published_at = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField(null=True, blank=True)  # the newest public chapter's day
    created_at = models.DateTimeField(auto_now_add=True)
    deleted_at = models.DateTimeField(null=True, blank=True)  # in the trash since

    # Counters, all of public chapters; `recount` puts them right and reports drift.
    word_count = models.PositiveIntegerField(default=0)
    chapter_count = models.PositiveIntegerField(default=0)
    read_count = models.PositiveBigIntegerField(default=0)
    # Not shown yet: they are added to the others in steps, see `stories.reads`.
    reads_waiting = models.PositiveIntegerField(default=0, db_default=0)
    review_count = models.PositiveIntegerField(default=0)
    rated_count = models.PositiveIntegerField(default=0)
    rated_sum = models.PositiveBigIntegerField(default=0)
    # What “best rated” sorts by, in thousandths; 0 before the first rating. The database keeps it,
    # so it is right whoever changes the ratings. See docs/explanation/lists-and-scores.md.
    score = models.GeneratedField(
        expression=models.Case(
            models.When(rated_count=0, then=models.Value(0)),
            default=(models.F("rated_sum") * 1000 + int(READERS_OF_THE_MIDDLE * MIDDLE * 1000))
            / (models.F("rated_count") + READERS_OF_THE_MIDDLE),
        ),
        output_field=models.IntegerField(),
        db_persist=True,
    )
    kudos_count = models.PositiveIntegerField(default=0)
    bookmark_count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "stories"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_public=False) | models.Q(published_at__isnull=False),
                name="public_stories_have_a_day",
            )
        ]
        indexes = [
            models.Index(
                fields=["-published_at"],
                condition=LISTED,
                name="stories_newest",
            ),
            models.Index(
                fields=["-updated_at"],
                condition=LISTED,
                name="stories_updated",
            ),
            models.Index(
                fields=["title_key"],
                condition=LISTED,
                name="stories_from_a_to_z",
            ),
            models.Index(
                # With the rating, which guests are asked for: else each story would be looked up.
                fields=["letter", "title_key", "rating"],
                condition=LISTED,
                name="stories_by_letter",
            ),
            # Each is read from its end; the id makes the order whole.
            models.Index(fields=["word_count", "id"], condition=LISTED, name="stories_by_words"),
            models.Index(
                fields=["review_count", "id"], condition=LISTED, name="stories_by_reviews"
            ),
            models.Index(fields=["score", "id"], condition=LISTED, name="stories_by_score"),
            models.Index(fields=["kudos_count", "id"], condition=LISTED, name="stories_by_kudos"),
            models.Index(
                fields=["bookmark_count", "id"], condition=LISTED, name="stories_by_bookmarks"
            ),
            models.Index(fields=["read_count", "id"], condition=LISTED, name="stories_by_reads"),
            # Answers by itself how many stories there are, and of which ratings and languages.
            models.Index(
                fields=["rating", "language", "is_public", "deleted_at"],
                condition=LISTED,
                name="stories_counted",
            ),
            models.Index(
                fields=["-updated_at"],
                condition=LISTED & models.Q(is_featured=True),
                name="stories_featured_now",
            ),
            models.Index(
                fields=["-featured_at"],
                condition=LISTED & models.Q(featured_at__isnull=False),
                name="stories_featured_ever",
            ),
            # Of the deleted alone: SQLite would else take it for every list of those that are not.
            models.Index(
                fields=["deleted_at"],
                condition=models.Q(deleted_at__isnull=False),
                name="stories_in_trash",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The title page."""
        return _address_of_story(self.pk, self.title)

    def file(self) -> None:
        """Set by what it is found; for whoever has just set title, language or summary."""
        self.title_key = title_key(self.title, language=self.language)
        self.letter = letter_of(self.title_key)
        self.found_by = folded(f"{self.title}\n{plain_text(self.summary_html)}")

    @property
    def direction(self) -> str:
        """Which way the story's script runs: `ltr` or `rtl`."""
        return direction_of_language(self.language)

    @property
    def average_rating(self) -> float | None:
        """The mean of what readers gave, 1 to 10; nothing before the first."""
        return self.rated_sum / self.rated_count if self.rated_count else None

    @property
    def authors_shown(self) -> list[PenName]:
        """The pen names that sign it, in their order; from prefetched `authorships`."""
        accepted = [a for a in self.authorships.all() if a.accepted_at is not None]
        return [a.pen_name for a in sorted(accepted, key=lambda a: (a.position, a.pk))]


@lru_cache(maxsize=5_000)
def _address_of_story(pk: int, title: str) -> str:
    return reverse("stories:story", args=[with_tail(pk, title)])
