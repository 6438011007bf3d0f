"""What a viewer may see of the things that had old numbers."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

from storyhold.accounts.access import pen_names_visible_to
from storyhold.accounts.queries import Viewer
from storyhold.challenges.access import challenges
from storyhold.illustrations.models import Illustration
from storyhold.news.access import news_visible_to
from storyhold.pages.access import pages_for_members, pages_visible_to
from storyhold.polls.access import polls_visible_to
from storyhold.reviews.access import reviews_visible_to
from storyhold.series.access import series_visible_to, tags_shown_to
from storyhold.stories.access import chapters_visible_to, stories_visible_to
from storyhold.tags.models import Rating, TagKind

Door = Callable[[Viewer], QuerySet[Any]]

DOORS: dict[str, Door] = {
    "category": tags_shown_to,
    "challenge": lambda _viewer: challenges(),
    "chapter": chapters_visible_to,
    "character": tags_shown_to,
    "class": tags_shown_to,
    "class type": lambda _viewer: TagKind.objects.all(),
    "member": pen_names_visible_to,
    "news": news_visible_to,
    # Of a page for members a guest may know that it is there, behind the sign-in.
    "page": lambda viewer: pages_visible_to(viewer) | pages_for_members(),
    # Whoever knows the address of a picture may see it: it stands in what everybody reads.
    "picture": lambda _viewer: Illustration.objects.all(),
    "poll": polls_visible_to,
    "rating": lambda _viewer: Rating.objects.all(),
    "review": reviews_visible_to,
    "series": series_visible_to,
    "story": stories_visible_to,
}

_IN_TRASH = Q(deleted_at__isnull=False)
# Rows that are still there, and of which everybody knew: their authors have deleted them.
TAKEN_AWAY: dict[str, Q] = {
    "story": Q(is_public=True) & _IN_TRASH,
    "chapter": Q(is_public=True, story__is_public=True)
    & (_IN_TRASH | Q(story__deleted_at__isnull=False)),
}
