"""The archive, of which there is one: a single row."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Registration(models.TextChoices):
    """Who may become a member."""

    OPEN = "open", _("Anyone")
    INVITATION = "invitation", _("Those who have an invitation")
    CLOSED = "closed", _("Nobody")


class ReviewRating(models.TextChoices):
    """What a reader may give a story beside the words of a review."""

    NONE = "none", _("Nothing: reviews are words alone")
    STARS = "stars", _("Five stars, with halves")
    LIKES = "likes", _("Liked or disliked")


class ReviewDeletion(models.TextChoices):
    """Which reviews of their own stories authors may delete."""

    NONE = "none", _("None")
    GUESTS = "guests", _("Those by guests")
    ALL = "all", _("All")


class KeptWord(models.TextChoices):
    """What readers call what they keep."""

    FAVORITES = "favorites", _("Favorites")
    BOOKMARKS = "bookmarks", _("Bookmarks")


class SeriesKeepers(models.TextChoices):
    """Who may begin a series."""

    MEMBERS = "members", _("All members")
    AUTHORS = "authors", _("Members with a public story")
    ARCHIVISTS = "archivists", _("Moderators and archivists")


class Download(models.TextChoices):
    """The formats in which stories can be taken along; the values are endings of file names."""

    EPUB = "epub", _("EPUB, for reading devices and phones")
    PDF = "pdf", _("PDF, for paper")
    HTML = "html", _("HTML, for any browser")
    TEXT = "txt", _("Plain text")
    MARKDOWN = "md", _("Markdown, to work with")


def all_downloads() -> list[str]:
    """Return every format."""
    return list(Download.values)


class Archive(models.Model):
    """What the archive is called and by which house rules it lives."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(max_length=100, default="Storyhold")
    tagline = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=10, default="en")
    welcome_source = models.TextField(blank=True)
    welcome_html = models.TextField(blank=True)
    terms_source = models.TextField(blank=True)
    terms_html = models.TextField(blank=True)
    registration = models.CharField(
        max_length=12, choices=Registration.choices, default=Registration.OPEN
    )
    guests_may_review = models.BooleanField(default=False)
    review_rating = models.CharField(
        max_length=6, choices=ReviewRating.choices, default=ReviewRating.STARS
    )
    authors_may_delete_reviews = models.CharField(
        max_length=6, choices=ReviewDeletion.choices, default=ReviewDeletion.GUESTS
    )
    has_reviews = models.BooleanField(default=True)
    ratings_may_stand_alone = models.BooleanField(default=False)  # a rating without words
    has_kudos = models.BooleanField(default=True)
    kept_word = models.CharField(max_length=9, choices=KeptWord.choices, default=KeptWord.FAVORITES)
    submissions_open = models.BooleanField(default=True)
    new_work_waits = models.BooleanField(default=False)  # for a moderator's approval
    # Wording of the letters to authors; empty for ours. `moderation.rules` knows what fills them.
    approval_letter = models.TextField(blank=True)
    return_letter = models.TextField(blank=True)
    forbidden_words = models.TextField(blank=True)  # divided by commas or lines; prose.forbidden
    co_authors_allowed = models.BooleanField(default=True)
    round_robins_allowed = models.BooleanField(default=True)
    series_by = models.CharField(
        max_length=10, choices=SeriesKeepers.choices, default=SeriesKeepers.MEMBERS
    )
    least_words = models.PositiveIntegerField(default=0)  # of a chapter; 0 is no limit
    most_words = models.PositiveIntegerField(default=0)
    most_illustrations = models.PositiveSmallIntegerField(default=30)  # of a member; 0 is none
    contents_first = models.BooleanField(default=False)
    recent_days = models.PositiveSmallIntegerField(default=7)
    stories_on_a_page = models.PositiveSmallIntegerField(default=25)
    whole_category_paths = models.BooleanField(default=False)
    news_may_be_commented = models.BooleanField(default=True)
    guests_may_challenge = models.BooleanField(default=False)
    guests_may_shout = models.BooleanField(default=False)
    in_search_engines = models.BooleanField(default=True)
    ai_crawlers_kept_out = models.BooleanField(default=True)
    kept_on_devices = models.BooleanField(default=True)  # stories, to be read offline
    downloads = models.JSONField(default=all_downloads, blank=True)  # of `Download`, those offered
    print_words_source = models.TextField(blank=True)  # at the end of what is printed
    print_words_html = models.TextField(blank=True)
    # Links at the foot of every page: text, address, audience. Kept here by the room of custom
    # pages, so that they cost no query.
    foot = models.JSONField(default=list, blank=True)
    # What pages are composed of, as `blocks` keeps it here; nothing before anybody has composed.
    blocks = models.JSONField(null=True, editable=False)
    # Since when it is closed to all but those who keep it, and what others read meanwhile.
    closed_at = models.DateTimeField(null=True, editable=False)
    closed_words_source = models.TextField(blank=True)
    closed_words_html = models.TextField(blank=True)
    set_up_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_archive")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_set_up(self) -> bool:
        """Whether an archivist has opened this archive."""
        return self.set_up_at is not None

    @property
    def downloads_offered(self) -> list[Download]:
        """The formats in which its stories can be taken along."""
        return [each for each in Download if each in self.downloads]

    @property
    def is_closed(self) -> bool:
        """Whether it is closed for maintenance."""
        return self.closed_at is not None
