"""Lists of people, by letter or by a part of their names."""

from collections.abc import Mapping

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from storyhold.accounts.access import pen_names_visible_to
from storyhold.accounts.models import PenName
from storyhold.accounts.queries import active, of_staff
from storyhold.accounts.rules import LONGEST_NAME, name_key
from storyhold.freshness.pages import kept_for_guests
from storyhold.prose.one_line import one_line
from storyhold.stories.queries import authors_for, with_story_counts
from storyhold.web.parts.alphabet import Letters

NAMES_ON_A_PAGE = 120


@require_safe
@kept_for_guests()
def authors(request: HttpRequest) -> HttpResponse:
    """List those who sign a listed story."""
    people = authors_for(request.user)
    about = {
        "tab": "authors",
        "title": _("Authors"),
        "nobody": _("Nobody has signed a story here yet."),
        "all_letters": _("All authors"),
    }
    return _list(request, people, about)


@require_safe
@kept_for_guests()
def staff(request: HttpRequest) -> HttpResponse:
    """List those who keep the archive, by their default names."""
    people = of_staff(pen_names_visible_to(request.user))
    about = {
        "tab": "staff",
        "title": _("Those who keep the archive"),
        "nobody": _("Nobody keeps this archive yet."),
        "all_letters": _("All of them"),
    }
    return _list(request, people, about)


@require_safe
@kept_for_guests()
def members(request: HttpRequest) -> HttpResponse:
    """List every name that a member signs with, each by itself."""
    people = active(pen_names_visible_to(request.user))
    about = {
        "tab": "members",
        "title": _("Members"),
        "nobody": _("Nobody is a member yet."),
        "all_letters": _("All members"),
    }
    return _list(request, people, about)


def _list(
    request: HttpRequest, people: QuerySet[PenName], about: Mapping[str, object]
) -> HttpResponse:
    part = one_line(request.GET.get("name", ""))[:LONGEST_NAME]
    found = people.filter(key__contains=name_key(part)) if part else people
    letters = Letters(request, found, key="key")
    shown = with_story_counts(request.user, letters.chosen.order_by("key"))
    page = Paginator(shown, NAMES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {**about, "page": page, "letters": letters, "part": part}
    return render(request, "people/list.html", context)
