"""What a profile shows: a pen name, and how much it has signed of each kind."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import OuterRef, QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from storyhold.accounts.access import pen_names_visible_to
from storyhold.accounts.models import PenName
from storyhold.accounts.queries import Viewer
from storyhold.betas.models import Offer
from storyhold.betas.queries import offer_of
from storyhold.bookmarks.access import public_bookmarks
from storyhold.challenges.access import challenges
from storyhold.common.tails import with_tail
from storyhold.profiles.models import ProfileAnswer
from storyhold.profiles.queries import answers_of
from storyhold.reviews.access import reviews_listed_for
from storyhold.series.access import series_visible_to
from storyhold.stories.access import is_listed_for
from storyhold.stories.counting import how_many
from storyhold.stories.models import Authorship
from storyhold.web.parts.keeping import kept_words
from storyhold.web.parts.ties import Ties, ties_to

PER_PAGE = 25


def _sections() -> list[tuple[str, Promise]]:
    return [
        ("profile", _("Stories")),
        ("series", _("Series")),
        ("reviews", _("Reviews")),
        ("bookmarks", kept_words().heading),
        ("challenges", _("Challenges")),
    ]


@dataclass(frozen=True)
class Tab:
    """A part of the profile: what it is called, how much it holds, and where it is."""

    key: str
    label: Promise
    count: int
    address: str


@dataclass(frozen=True)
class Profile:
    """A pen name, as one viewer may know it."""

    pen_name: PenName
    tabs: list[Tab]
    answers: list[ProfileAnswer]
    ties: Ties | None
    offer: Offer | None  # to read drafts

    def page(self, key: str, found: QuerySet[Any], number: str | None) -> Page[Any]:
        """Return a page of what this tab holds, without counting it once more."""
        paginator = Paginator(found, PER_PAGE)
        vars(paginator)["count"] = self.count_of(key)
        return paginator.get_page(number)

    def count_of(self, key: str) -> int:
        """Return how much the tab holds."""
        return next(tab.count for tab in self.tabs if tab.key == key)


def profile_for(request: HttpRequest, pen_name_id: int) -> Profile:
    """Return the profile with its counts in two queries, or answer “not found”."""
    people = pen_names_visible_to(request.user).select_related("member__unclaimed")
    counted = _with_counts(people, request.user)
    found = counted.filter(pk=pen_name_id).first()
    if found is None:
        raise Http404
    tail = with_tail(found.pk, found.name)
    tabs = [
        Tab(key, label, vars(found)[f"{key}_count"], reverse(f"people:{key}", args=[tail]))
        for key, label in _sections()
    ]
    answers = answers_of(found) if found.describes_itself else []
    ties = ties_to(request, found, makers=[found])
    return Profile(found, tabs, answers, ties, offer_of(found))


def _with_counts(pen_names: QuerySet[PenName], viewer: Viewer) -> QuerySet[PenName]:
    listed = is_listed_for(viewer, at="story__")
    signed = Authorship.objects.filter(listed, accepted_at__isnull=False)
    reviews = reviews_listed_for(viewer)
    kept = public_bookmarks(viewer)
    return pen_names.annotate(
        profile_count=how_many(signed.filter(pen_name=OuterRef("pk"))),
        series_count=how_many(series_visible_to(viewer).filter(owner=OuterRef("pk"))),
        reviews_count=how_many(reviews.filter(pen_name=OuterRef("pk"))),
        bookmarks_count=how_many(kept.filter(pen_name=OuterRef("pk"))),
        challenges_count=how_many(challenges().filter(posed_by=OuterRef("pk"))),
    )
