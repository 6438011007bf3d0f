"""Reading what members keep and follow."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from storyhold.accounts.models import Member, PenName
from storyhold.bookmarks.models import Bookmark, Subscription, Thing, field_of
from storyhold.common.days import midnight
from storyhold.series.models import Series
from storyhold.stories.models import Story
from storyhold.stories.queries import for_listing, members_who_sign

WITHOUT_BIOS = ("author__bio_source", "author__bio_html")
OF_OWNER = ("series__owner__bio_source", "series__owner__bio_html")


@dataclass(frozen=True)
class Counts:
    """How many bookmarks there are of each sort."""

    story: int
    series: int
    author: int


def counts_of(bookmarks: QuerySet[Bookmark]) -> Counts:
    """Count the bookmarks of stories, of series and of authors; one query."""
    return Counts(**bookmarks.aggregate(**{sort: Count(sort) for sort in SORTS}))


def of_stories(bookmarks: QuerySet[Bookmark]) -> QuerySet[Bookmark]:
    """Return those of stories with all that blurbs need, the last kept first; four queries."""
    with_stories = Prefetch("story", for_listing(Story.objects.all()))
    kept = bookmarks.filter(story__isnull=False).select_related("pen_name")
    return kept.prefetch_related(with_stories)


def of_series(bookmarks: QuerySet[Bookmark]) -> QuerySet[Bookmark]:
    """Return those of series, with their owners and tags; two queries."""
    kept = bookmarks.filter(series__isnull=False)
    with_owners = kept.select_related("pen_name", "series__owner").defer(*OF_OWNER)
    with_tags: Prefetch[str] = Prefetch("series__tags_by_kind")
    return with_owners.prefetch_related(with_tags)


def of_authors(bookmarks: QuerySet[Bookmark]) -> QuerySet[Bookmark]:
    """Return those of authors; one query."""
    kept = bookmarks.filter(author__isnull=False)
    return kept.select_related("pen_name", "author").defer(*WITHOUT_BIOS)


# The sorts of things that are kept, by the field of a bookmark that holds one.
SORTS = {"story": of_stories, "series": of_series, "author": of_authors}


def most_kept_series(series: QuerySet[Series], *, most: int) -> list[tuple[Series, int]]:
    """Return those of `series` that most members keep, with their number; one query."""
    seen = Exists(series.filter(pk=OuterRef("series")))
    kept = Bookmark.objects.filter(seen, series__isnull=False)
    counted = kept.order_by().values_list("series", "series__title").annotate(number=Count("pk"))
    ranked = counted.order_by("-number", "series__title_key")[:most]
    return [(Series(pk=pk, title=title), number) for pk, title, number in ranked]


def most_kept_authors(pen_names: QuerySet[PenName], *, most: int) -> list[tuple[PenName, int]]:
    """Return those of `pen_names` whom most members keep, with their number; one query."""
    seen = Exists(pen_names.filter(pk=OuterRef("author")))
    kept = Bookmark.objects.filter(seen, author__isnull=False)
    counted = kept.order_by().values_list("author", "author__name").annotate(number=Count("pk"))
    ranked = counted.order_by("-number", "author__key")[:most]
    return [(PenName(pk=pk, name=name), number) for pk, name, number in ranked]


def kept_by_day(stories: QuerySet[Story], since: date) -> dict[date, int]:
    """Return how many members began to keep one of the stories on each day since."""
    bookmarks = Bookmark.objects.filter(story__in=stories.order_by(), kept_at__gte=midnight(since))
    days = bookmarks.order_by().values("kept_at__date").annotate(found=Count("pk"))
    return dict(days.values_list("kept_at__date", "found"))


def makers_of(thing: Thing) -> list[Member]:
    """Return the members whose work this is: authors, the owner of a series, the author."""
    if isinstance(thing, PenName):
        return [thing.member]
    if isinstance(thing, Series):
        return [thing.owner.member]
    return members_who_sign(thing)


def with_things(subscriptions: QuerySet[Subscription]) -> QuerySet[Subscription]:
    """Add what each is about; one query."""
    return subscriptions.select_related("story", "series", "author").defer(
        *WITHOUT_BIOS,
        "story__found_by",
        "story__summary_source",
        "story__notes_source",
        "story__notes_html",
    )


def is_followed(thing: Thing, *, by: Member) -> bool:
    """Whether the member hears of news of the thing."""
    return Subscription.objects.filter(member=by, **{field_of(thing): thing}).exists()


def followers_of(things: Iterable[Thing], *, but_not: Collection[Member]) -> QuerySet[Member]:
    """Return the members who follow any of the things, each once; one query."""
    of_any = Q(pk__in=[])
    for thing in things:
        of_any |= Q(**{field_of(thing): thing})
    followed = Subscription.objects.filter(of_any).values("member")
    return Member.objects.filter(pk__in=followed).exclude(pk__in=[each.pk for each in but_not])
