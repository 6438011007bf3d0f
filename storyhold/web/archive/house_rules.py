"""The house rules as a form: what the archive is called, and what it allows."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from storyhold.archive.models import (
    Archive,
    Download,
    KeptWord,
    Registration,
    ReviewDeletion,
    ReviewRating,
    SeriesKeepers,
)
from storyhold.common.languages import language_choices
from storyhold.moderation.wording import approval_wording, return_wording

LONGEST_TEXT = 50_000
MOST_WORDS = 1_000_000

_WORDS = {"dir": "auto"}
PLACES = _(
    "Moderators go over it before it leaves. Filled in are {author}, {story}, {chapter}, "
    "{archive}, {moderator} and {rules}, the address of your rules."
)


def _choice(**about: Any) -> forms.ChoiceField:
    return forms.ChoiceField(widget=forms.RadioSelect, **about)


def _flag(**about: Any) -> forms.BooleanField:
    return forms.BooleanField(required=False, **about)


def _text(*, rows: int, **about: Any) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
    return forms.CharField(max_length=LONGEST_TEXT, required=False, widget=box, **about)


def _words(**about: Any) -> forms.IntegerField:
    return forms.IntegerField(
        min_value=0, max_value=MOST_WORDS, help_text=_("0 is no limit."), **about
    )


class HouseRules(forms.Form):
    """The settings of the office; the names are those of the archive's own fields."""

    name = forms.CharField(
        label=_("Name of the archive"), max_length=100, widget=forms.TextInput(attrs=_WORDS)
    )
    tagline = forms.CharField(
        label=_("What it is, in a few words"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs=_WORDS),
    )
    language = forms.ChoiceField(label=_("Language of most stories"), choices=language_choices)
    welcome = _text(
        label=_("Welcome"), help_text=_("On the first page and the page about the archive."), rows=6
    )
    terms = _text(
        label=_("Terms"),
        help_text=_("New members accept them. Leave it empty for an archive without terms."),
        rows=10,
    )
    print_words = _text(
        label=_("At the end of what is printed"),
        help_text=_("For example whose the stories are, and whose the characters."),
        rows=3,
    )

    registration = _choice(label=_("Who may become a member?"), choices=Registration.choices)

    submissions_open = _flag(
        label=_("Members may bring new stories and chapters"),
        help_text=_("Without it, only those may whom you let in on the page of each member."),
    )
    new_work_waits = _flag(
        label=_("New work waits for approval"),
        help_text=_("A moderator reads it before readers do, unless you trust its author."),
    )
    approval_letter = _text(label=_("The letter when it is approved"), help_text=PLACES, rows=6)
    return_letter = _text(label=_("The letter when it is sent back"), help_text=PLACES, rows=10)
    forbidden_words = _text(
        label=_("Forbidden words"),
        help_text=_(
            "With a comma between them. A title with one is refused; in summaries they are "
            "starred out. A star before or after a word stands for more letters."
        ),
        rows=3,
    )
    least_words = _words(label=_("Least words of a chapter"))
    most_words = _words(label=_("Most words of a chapter"))
    co_authors_allowed = _flag(label=_("Stories may have several authors"))
    round_robins_allowed = _flag(
        label=_("Stories may be round robins"),
        help_text=_("Any member may add a chapter to such a story."),
    )
    series_by = _choice(label=_("Who may begin a series?"), choices=SeriesKeepers.choices)

    most_illustrations = forms.IntegerField(
        label=_("Pictures a member may bring for stories"),
        min_value=0,
        max_value=1000,
        help_text=_("0 is none."),
    )

    has_reviews = _flag(label=_("Readers may review"))
    guests_may_review = _flag(label=_("Readers may review without being members"))
    review_rating = _choice(
        label=_("What may a reader give beside a review?"), choices=ReviewRating.choices
    )
    ratings_may_stand_alone = _flag(label=_("A rating may be given without words"))
    authors_may_delete_reviews = _choice(
        label=_("Which reviews of their stories may authors delete?"),
        choices=ReviewDeletion.choices,
    )
    has_kudos = _flag(label=_("Readers may leave kudos"))
    kept_word = _choice(label=_("What do readers call what they keep?"), choices=KeptWord.choices)

    contents_first = _flag(
        label=_("A story opens on its contents"), help_text=_("Even if it has a single chapter.")
    )
    recent_days = forms.IntegerField(
        label=_("Days for which a story is new"), min_value=0, max_value=365
    )
    stories_on_a_page = forms.IntegerField(
        label=_("Stories on a page of a list"), min_value=5, max_value=100
    )
    downloads = forms.MultipleChoiceField(
        label=_("Stories can be taken along as"),
        choices=Download.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("By whoever may read them. Nobody is shown what you leave out here."),
    )
    whole_category_paths = _flag(label=_("Lists show the whole path to a category"))

    news_may_be_commented = _flag(label=_("Members may comment on news"))
    guests_may_challenge = _flag(label=_("Guests may pose challenges"))
    guests_may_shout = _flag(label=_("Guests may write in the shoutbox"))

    in_search_engines = _flag(
        label=_("The archive is in search engines"),
        help_text=_("Without it, all pages ask search engines not to list them."),
    )
    ai_crawlers_kept_out = _flag(
        label=_("Programs that collect texts for AI are asked to stay away"),
        help_text=_("Those that keep to robots.txt do. No archive can stop the others by asking."),
    )
    kept_on_devices = _flag(
        label=_("Readers may keep stories on their devices"),
        help_text=_(
            "To read them without a connection. Without it, what is there is cleared away."
        ),
    )

    GROUPS: list[tuple[Promise, tuple[str, ...]]] = [
        (_("The archive"), ("name", "tagline", "language", "welcome", "terms", "print_words")),
        (_("Members"), ("registration",)),
        (
            _("Writing"),
            (
                "submissions_open",
                "new_work_waits",
                "approval_letter",
                "return_letter",
                "forbidden_words",
                "least_words",
                "most_words",
                "co_authors_allowed",
                "round_robins_allowed",
                "series_by",
                "most_illustrations",
            ),
        ),
        (
            _("Reviews, kudos and what readers keep"),
            (
                "has_reviews",
                "guests_may_review",
                "review_rating",
                "ratings_may_stand_alone",
                "authors_may_delete_reviews",
                "has_kudos",
                "kept_word",
            ),
        ),
        (
            _("Lists"),
            ("contents_first", "recent_days", "stories_on_a_page", "whole_category_paths"),
        ),
        (
            _("Talk"),
            ("news_may_be_commented", "guests_may_challenge", "guests_may_shout"),
        ),
        (
            _("Out in the world"),
            ("in_search_engines", "ai_crawlers_kept_out", "downloads", "kept_on_devices"),
        ),
    ]

    @property
    def groups(self) -> Iterator[tuple[Promise, list[BoundField]]]:
        """The fields under their headings."""
        for heading, names in self.GROUPS:
            yield heading, [self[name] for name in names]

    def clean(self) -> dict[str, object]:
        """Refuse limits that no chapter can keep."""
        typed: dict[str, object] = super().clean() or {}
        least, most = typed.get("least_words"), typed.get("most_words")
        if isinstance(least, int) and isinstance(most, int) and most and least > most:
            self.add_error("most_words", _("This is fewer than the least. No chapter could fit."))
        return typed


def rules_of(archive: Archive) -> dict[str, object]:
    """Return what the form shows of the archive as it is."""
    return {
        **{field: getattr(archive, field, "") for field in HouseRules.base_fields},
        "approval_letter": approval_wording(),
        "return_letter": return_wording(),
        "welcome": archive.welcome_source,
        "terms": archive.terms_source,
        "print_words": archive.print_words_source,
    }
