"""The pages."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from storyhold.stories.queries import sums_of
from storyhold.web.parts.kept import signed_in
from storyhold.web.statistics.days import SPANS, days_of
from storyhold.web.statistics.doors import alone, chapters_of, my_stories, my_story

STORIES_ON_A_PAGE = 100


@require_safe
@signed_in
def stories(request: HttpRequest) -> HttpResponse:
    """Show all of an author's stories in numbers, and all of them together day by day."""
    mine = my_stories(request)
    page = Paginator(mine, STORIES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "sums": sums_of(mine), "days": days_of(mine, _span(request))}
    return render(request, "statistics/stories.html", context)


@require_safe
@signed_in
def story(request: HttpRequest, story: int) -> HttpResponse:
    """Show a story's chapters in numbers, and the story day by day."""
    mine = my_story(request, story)
    context = {
        "story": mine,
        "chapters": chapters_of(request, mine),
        "days": days_of(alone(mine), _span(request)),
    }
    return render(request, "statistics/story.html", context)


def _span(request: HttpRequest) -> int:
    asked = request.GET.get("days", "")
    return next((span for span in SPANS if str(span) == asked), SPANS[0])
