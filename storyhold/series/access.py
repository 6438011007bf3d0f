"""Who may see a series, add to it, and change it."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.archive.models import SeriesKeepers
from storyhold.archive.queries import the_archive
from storyhold.series.models import Mode, Series, SeriesItem
from storyhold.stories.access import (
    is_listed_for,
    stories_editable_by,
    stories_in_the_open,
    tags_visible_to,
)
from storyhold.stories.models import Story
from storyhold.tags.carriers import carried_by_nothing
from storyhold.tags.models import Tag


def series_visible_to(viewer: Viewer) -> QuerySet[Series]:
    """Return series that hold something this viewer may see listed, and the viewer's own.

    An empty series, or one of drafts, is a plan of its owner's: nobody else needs to know.
    """
    items = SeriesItem.objects.filter(accepted_at__isnull=False)
    listed = items.filter(is_listed_for(viewer, at="story__"))
    of_series = items.filter(Exists(listed.filter(series=OuterRef("sub_series"))))
    shown = Q(Exists(listed.filter(series=OuterRef("pk"))))
    shown |= Q(Exists(of_series.filter(series=OuterRef("pk"))))
    if isinstance(viewer, Member):
        shown |= Q(owner__member=viewer)
    return Series.objects.filter(shown)


def series_in_the_open() -> QuerySet[Series]:
    """Return series that at least every member may see: for news, as `stories_in_the_open`."""
    accepted = SeriesItem.objects.filter(accepted_at__isnull=False)
    holding = accepted.filter(story__in=stories_in_the_open()).values("series")
    around = accepted.filter(sub_series__in=holding).values("series")
    return Series.objects.filter(Q(pk__in=holding) | Q(pk__in=around))


def tags_shown_to(viewer: Viewer) -> QuerySet[Tag]:
    """Return the words of closed vocabularies, and those of open ones on stories or series shown.

    What is on a draft alone is known to its authors, and to nobody else.
    """
    on_series = Series.tags.through.objects.filter(series__in=series_visible_to(viewer))
    return tags_visible_to(viewer) | Tag.objects.filter(pk__in=on_series.values("tag"))


def tags_kept_by(member: Viewer) -> QuerySet[Tag]:
    """Return the words an archivist looks after: those that readers see, and those nothing has."""
    if not isinstance(member, Member) or not member.is_archivist:
        return Tag.objects.none()
    unused = carried_by_nothing(Tag.objects.all()).values("pk")
    return tags_shown_to(member) | Tag.objects.filter(pk__in=unused)


def may_begin_series(member: Viewer) -> bool:
    """Whether the house rules let this member begin a series; one query at most."""
    if not isinstance(member, Member):
        return False
    keepers = the_archive().series_by
    if keepers == SeriesKeepers.MEMBERS or member.is_moderator:
        return True
    mine = stories_editable_by(member).filter(is_public=True)
    return keepers == SeriesKeepers.AUTHORS and mine.exists()


def series_editable_by(member: Viewer) -> QuerySet[Series]:
    """Return the series this member keeps."""
    if not isinstance(member, Member):
        return Series.objects.none()
    return Series.objects.filter(owner__member=member)


def series_open_to(member: Viewer) -> QuerySet[Series]:
    """Return the series to which this member may add, or suggest, stories of their own."""
    if not isinstance(member, Member):
        return Series.objects.none()
    visible = series_visible_to(member)
    return visible.filter(~Q(mode=Mode.CLOSED) | Q(owner__member=member))


def items_visible_to(viewer: Viewer, series: Series) -> QuerySet[SeriesItem]:
    """Return the accepted places of a series whose story or series this viewer may see."""
    return series.items.filter(is_seen_by(viewer), accepted_at__isnull=False)


def is_seen_by(viewer: Viewer) -> Q:
    """Return the condition on places whose story or series this viewer may see."""
    of_series = series_visible_to(viewer).filter(pk=OuterRef("sub_series"))
    return is_listed_for(viewer, at="story__") & Q(story__isnull=False) | Q(Exists(of_series))


def items_movable_by(member: Viewer) -> QuerySet[SeriesItem]:
    """Return the places, and what waits for one, in the series this member keeps."""
    return SeriesItem.objects.filter(series__in=series_editable_by(member))


def items_removable_by(member: Viewer) -> QuerySet[SeriesItem]:
    """Return places in the member's own series, and those of the member's stories and series."""
    if not isinstance(member, Member):
        return SeriesItem.objects.none()
    own_story = Q(story__in=stories_editable_by(member))
    own_series = Q(sub_series__owner__member=member)
    return SeriesItem.objects.filter(Q(series__owner__member=member) | own_story | own_series)


def stories_addable_by(member: Viewer, series: Series) -> QuerySet[Story]:
    """Return the member's stories that are not in the series; drafts only where it is their own."""
    mine = stories_editable_by(member).exclude(series_items__series=series)
    if isinstance(member, Member) and series.owner.member_id == member.pk:
        return mine
    return mine.filter(is_public=True)


def series_addable_by(member: Viewer, series: Series) -> QuerySet[Series]:
    """Return the other series this member keeps that are not in the series.

    Those that nobody else sees yet only where the series is the member's own.
    """
    others = series_editable_by(member).exclude(pk=series.pk).exclude(places__series=series)
    if isinstance(member, Member) and series.owner.member_id == member.pk:
        return others
    return others.filter(pk__in=series_in_the_open().values("pk"))
