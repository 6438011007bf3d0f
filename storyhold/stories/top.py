"""The stories at the top, by what is kept beside each, and the authors who wrote most."""

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet

from storyhold.accounts.models import PenName
from storyhold.accounts.queries import Viewer
from storyhold.stories.access import is_listed_for
from storyhold.stories.counting import how_many
from storyhold.stories.models import Authorship, Story

# The field that is compared, and whether the most comes first.
MEASURES = {
    "longest": ("word_count", True),
    "shortest": ("word_count", False),
    "most-read": ("read_count", True),
    "most-reviewed": ("review_count", True),
    "most-kept": ("bookmark_count", True),
    "most-kudos": ("kudos_count", True),
}


def top_stories(stories: QuerySet[Story], *, most: int) -> dict[str, list[tuple[Story, int]]]:
    """Return for each of `MEASURES` the stories at its top, with what was measured; one query.

    What has nothing of it is on no list. Each top is cut from the tops of all together.
    """
    in_any = Q()
    for field, is_most in MEASURES.values():
        order = (f"-{field}", "-pk") if is_most else (field, "pk")
        top = stories.filter(**{f"{field}__gt": 0}).order_by(*order)
        in_any |= Q(pk__in=top.values("pk")[:most])
    shown = ("title", "language", *{field for field, _is_most in MEASURES.values()})
    found = list(Story.objects.filter(in_any).only(*shown))
    return {key: _top(found, *measure, most=most) for key, measure in MEASURES.items()}


def _top(stories: list[Story], field: str, is_most: bool, *, most: int) -> list[tuple[Story, int]]:
    measured = [(getattr(story, field), story.pk, story) for story in stories]
    ranked = sorted((each for each in measured if each[0]), reverse=is_most)
    return [(story, number) for number, _pk, story in ranked[:most]]


def most_prolific(viewer: Viewer, *, most: int) -> list[tuple[PenName, int]]:
    """Return those who sign most stories listed for the viewer, with their number; one query."""
    signed = Authorship.objects.filter(accepted_at__isnull=False)
    return ranked_by(signed, signed.filter(is_listed_for(viewer, at="story__")), most=most)


def ranked_by(
    signed: QuerySet[Any], listed: QuerySet[Any], *, most: int
) -> list[tuple[PenName, int]]:
    """Return the pen names with most rows in `listed`, a part of `signed`; one query.

    They are looked for among twice as many and twenty with most rows in `signed`: to see of each
    of a hundred thousand rows whether it is listed takes longer than the page may.
    """
    # Of all columns: to count ids, PostgreSQL would leave the index on names.
    by_rows = signed.order_by().values("pen_name").annotate(number=Count("*"))
    likely = by_rows.filter(pen_name__isnull=False).order_by("-number", "pen_name")
    named = PenName.objects.filter(pk__in=likely.values("pen_name")[: 2 * most + 20])
    counted = named.annotate(number=how_many(listed.filter(pen_name=OuterRef("pk"))))
    ranked = counted.order_by("-number", "key").only("name")[:most]
    # Not asked of the database, which would count twice.
    return [(pen_name, pen_name.number) for pen_name in ranked if pen_name.number]
