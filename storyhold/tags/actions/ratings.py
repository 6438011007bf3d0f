"""Making, changing and deleting ratings. No story loses its gate in silence."""

from dataclasses import asdict, dataclass

from django.db import transaction
from django.db.models import Max

from storyhold.prose.one_line import one_line
from storyhold.tags.actions.news import announce
from storyhold.tags.carriers import rated
from storyhold.tags.models import Rating
from storyhold.tags.queries import stories_rated
from storyhold.tags.refusals import RatingIsLaxer, RatingNameIsTaken, StoriesNeedAnotherRating
from storyhold.tags.rules import is_laxer


@dataclass(frozen=True, kw_only=True)
class AboutRating:
    """What an archivist says about a rating: the fields of `Rating`."""

    name: str
    description: str = ""
    must_accept_warning: bool = False
    must_confirm_age: bool = False
    must_sign_in: bool = False
    warning_text: str = ""


@transaction.atomic
def make_rating(about: AboutRating) -> Rating:
    """Add a rating at the strict end of the scale. Raises `RatingNameIsTaken`."""
    last = Rating.objects.aggregate(last=Max("position"))["last"]
    rating = Rating(position=0 if last is None else last + 1)
    change_rating(rating, about)
    return rating


@transaction.atomic
def change_rating(rating: Rating, about: AboutRating) -> None:
    """Save what an archivist says about a rating. Raises `RatingNameIsTaken`."""
    name = one_line(about.name)
    if Rating.objects.filter(name__iexact=name).exclude(pk=rating.pk).exists():
        raise RatingNameIsTaken(name=name)
    for field, value in asdict(about).items():
        setattr(rating, field, value)
    rating.name, rating.description = name, one_line(about.description)
    rating.save()
    for rows, _field in rated(rating):
        announce(rows.model, list(rows.values_list("pk", flat=True)))


@transaction.atomic
def delete_rating(rating: Rating, *, into: Rating | None, is_agreed: bool = False) -> None:
    """Delete a rating; its stories, drafts among them, get another.

    One that asks less of readers takes them only where that `is_agreed`. Raises `RatingIsLaxer`,
    and `StoriesNeedAnotherRating` where there are stories and no other was chosen.
    """
    # The row first: an author may be giving it to a story just now.
    Rating.objects.select_for_update().filter(pk=rating.pk).first()
    count = stories_rated(rating)
    if count and into is None:
        raise StoriesNeedAnotherRating(count=count)
    if count and into and is_laxer(into, than=rating) and not is_agreed:
        raise RatingIsLaxer(name=rating.name, into=into.name)
    for rows, field in rated(rating):
        announce(rows.model, list(rows.values_list("pk", flat=True)))
        rows.update(**{field: into})
    rating.delete()
