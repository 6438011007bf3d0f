"""The same numbers as files that a spreadsheet opens."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from storyhold.stories.models import Story
from storyhold.web.parts.kept import signed_in
from storyhold.web.parts.tables import csv_answer
from storyhold.web.statistics.days import SPANS, days_of
from storyhold.web.statistics.doors import alone, chapters_of, my_stories, my_story


@require_safe
@signed_in
def stories(request: HttpRequest) -> HttpResponse:
    """Send the table of stories."""
    head = [_("Story"), _("Words"), _("Reads"), _("Reviews"), _("Kudos"), _("Kept")]
    columns = "title", "word_count", "read_count", "review_count", "kudos_count", "bookmark_count"
    return csv_answer("stories", head, my_stories(request).values_list(*columns))


@require_safe
@signed_in
def chapters(request: HttpRequest, story: int) -> HttpResponse:
    """Send the table of a story's chapters."""
    mine = my_story(request, story)
    head = [_("Number"), _("Chapter"), _("Words"), _("Reads"), _("Reviews")]
    columns = "number", "title", "word_count", "read_count", "review_count"
    rows = chapters_of(request, mine).values_list(*columns)
    return csv_answer(f"chapters-of-{mine.pk}", head, rows)


@require_safe
@signed_in
def days(request: HttpRequest) -> HttpResponse:
    """Send all stories together, day by day."""
    return _days("days", my_stories(request))


@require_safe
@signed_in
def story_days(request: HttpRequest, story: int) -> HttpResponse:
    """Send a story day by day."""
    mine = my_story(request, story)
    return _days(f"days-of-{mine.pk}", alone(mine))


def _days(name: str, stories: QuerySet[Story]) -> HttpResponse:
    year = days_of(stories, SPANS[-1])
    head = [_("Day"), *(chart.name for chart in year.charts)]
    return csv_answer(name, head, ([day, *counts] for day, counts in year.rows()))
