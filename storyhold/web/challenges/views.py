"""Reading challenges."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from storyhold.challenges.access import (
    answers_removable_by,
    challenges,
    challenges_editable_by,
    may_pose,
)
from storyhold.challenges.queries import answers_shown, challenges_listed, tagged, tags_in_use
from storyhold.freshness.pages import kept_for_guests
from storyhold.tags.models import Tag
from storyhold.web.parts.alphabet import Letters
from storyhold.web.parts.listing.asked import asked_of
from storyhold.web.parts.listing.others import with_same_tags

ON_A_PAGE = 25


@require_safe
@kept_for_guests()
def list_challenges(request: HttpRequest) -> HttpResponse:
    """List challenges A to Z; `?letter=` and `?tag=` narrow the list."""
    tags = list(tags_in_use())
    chosen = _tag_asked_for(request, tags)
    asked = asked_of(request, sort="title")
    found = with_same_tags(challenges_listed(request.user), asked)
    letters = Letters(request, tagged(found, chosen) if chosen else found, key="title_key")
    pages = Paginator(letters.chosen, ON_A_PAGE)
    context = {
        "page": pages.get_page(request.GET.get("page")),
        "letters": letters,
        "tags": tags,
        "tag": chosen,
        "asked": asked,
        "may_pose": may_pose(request.user),
    }
    return render(request, "challenges/list.html", context)


def _tag_asked_for(request: HttpRequest, tags: list[Tag]) -> Tag | None:
    return next((tag for tag in tags if str(tag.pk) == request.GET.get("tag")), None)


@require_safe
@kept_for_guests()
def challenge(request: HttpRequest, challenge: int) -> HttpResponse:
    """Show a challenge with the stories and series that answered it."""
    found = get_object_or_404(challenges().select_related("posed_by"), pk=challenge)
    pages = Paginator(answers_shown(request.user, found), ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    removable = answers_removable_by(request.user).filter(challenge=found)
    context = {
        "challenge": found,
        "page": page,
        "removable": set(removable.values_list("pk", flat=True)),
        "may_edit": challenges_editable_by(request.user).filter(pk=found.pk).exists(),
    }
    return render(request, "challenges/challenge.html", context)
