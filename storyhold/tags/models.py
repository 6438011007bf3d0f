"""Vocabularies, and the scale of ratings."""

from functools import lru_cache

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from storyhold.common.alphabet import LONGEST_KEY, letter_of, title_key
from storyhold.common.tails import with_tail
from storyhold.prose.canonical import guess_format, short_html
from storyhold.tags.rules import tag_key


class TagKind(models.Model):
    """A vocabulary: category, fandom, character … or one the archive defines. Data, not code."""

    key = models.SlugField(max_length=40, unique=True)  # in addresses: /tags/fandom/
    name = models.CharField(max_length=60)  # "Fandom"
    name_plural = models.CharField(max_length=60)  # "Fandoms"
    description_source = models.TextField(blank=True)
    description_html = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    is_tree = models.BooleanField(default=False)
    is_single = models.BooleanField(default=False)  # a story has at most one
    is_required = models.BooleanField(default=False)
    is_open = models.BooleanField(default=False)  # any author may add one, to be wrangled
    belongs_to = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="kinds_within"
    )

    class Meta:
        ordering = ["position", "key"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page that lists the tags of this kind."""
        return address_of_kind(self.key)


@lru_cache(maxsize=100)  # a feed names the kind of each of its tags
def address_of_kind(key: str) -> str:
    """Return the address of the page that lists the tags of a kind."""
    return reverse("browse:tag_kind", args=[key])


class Tag(models.Model):
    """One word of a vocabulary."""

    kind = models.ForeignKey(TagKind, models.PROTECT, related_name="tags")
    name = models.CharField(max_length=200)
    key = models.CharField(max_length=200, editable=False)  # rules.tag_key
    # Where it stands from A to Z; common.alphabet.
    sort_key = models.CharField(max_length=LONGEST_KEY, editable=False)
    letter = models.CharField(max_length=4, editable=False)
    description_source = models.TextField(blank=True)
    description_html = models.TextField(blank=True)
    # The name of its file in the room of pictures, and its size in pixels.
    picture = models.CharField(max_length=24, blank=True)
    picture_width = models.PositiveSmallIntegerField(default=0)
    picture_height = models.PositiveSmallIntegerField(default=0)
    is_closed = models.BooleanField(default=False)  # stays where it is, but nobody else may take it
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    # The fandom of a character, and the like.
    within = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="tags_within"
    )
    position = models.PositiveIntegerField(default=0)  # among siblings; 0 while nobody has said

    class Meta:
        ordering = ["kind__position", "position", "sort_key", "pk"]
        constraints = [
            # SQLite counts every NULL as different from the next, so each case has its own.
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=models.Q(parent=None, within=None),
                name="one_tag_per_key",
            ),
            models.UniqueConstraint(
                fields=["kind", "key", "parent"],
                condition=models.Q(within=None),
                name="one_tag_per_key_and_parent",
            ),
            models.UniqueConstraint(
                fields=["kind", "key", "within"],
                condition=models.Q(parent=None),
                name="one_tag_per_key_and_fandom",
            ),
        ]
        indexes = [
            models.Index(fields=["kind", "key"], name="tags_by_key"),
            models.Index(fields=["kind", "sort_key"], name="tags_from_a_to_z"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page that lists the stories with this tag."""
        return address_of_tag(self.pk, self.name)

    @property
    def picture_address(self) -> str:
        """Where its picture is, if it has one."""
        return reverse("picture", args=[self.picture]) if self.picture else ""

    def call(self, name: str) -> None:
        """Give it a name, and with that its place from A to Z."""
        self.name = name
        self.key = tag_key(name)
        self.sort_key = title_key(name)
        self.letter = letter_of(self.sort_key)

    def describe(self, source: str) -> None:
        """Say what it means."""
        self.description_source = source
        self.description_html = short_html(source, format=guess_format(source))


@lru_cache(maxsize=20_000)  # a listing links to some hundred tags, and the next to the same
def address_of_tag(pk: int, name: str) -> str:
    """Return the address of the page that lists the stories with a tag."""
    return reverse("browse:tag", args=[with_tail(pk, name)])


class Rating(models.Model):
    """A step of the scale, with the gates a reader passes before the text."""

    name = models.CharField(max_length=60, unique=True)
    description = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    must_accept_warning = models.BooleanField(default=False)
    must_confirm_age = models.BooleanField(default=False)
    must_sign_in = models.BooleanField(default=False)
    warning_text = models.TextField(
        blank=True,
        help_text=_("Shown to readers who must accept it before they read."),
    )

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page that lists the stories with this rating."""
        return reverse("browse:rating", args=[with_tail(self.pk, self.name)])
