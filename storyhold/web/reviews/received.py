"""The reviews an author has received."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from storyhold.reviews.queries import with_unanswered
from storyhold.stories.access import stories_editable_by
from storyhold.web.parts.kept import signed_in

STORIES_ON_A_PAGE = 50


@require_safe
@signed_in
def received(request: HttpRequest) -> HttpResponse:
    """List the author's stories with their reviews, and how many of them wait for an answer."""
    stories = with_unanswered(stories_editable_by(request.user))
    page = Paginator(stories, STORIES_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "reviews/received.html", {"page": page})
