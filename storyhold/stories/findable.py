"""What search engines are told of: what guests see listed, unless its authors wish otherwise."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from storyhold.stories.access import chapters_visible_to, stories_listed_for
from storyhold.stories.models import Chapter, Story

GUEST = AnonymousUser()


def stories_to_be_found() -> QuerySet[Story]:
    """Return the stories whose title pages search engines may list."""
    return stories_listed_for(GUEST).filter(in_search_engines=True)


def chapters_to_be_found() -> QuerySet[Chapter]:
    """Return the chapters with a page of their own that stands behind no gate.

    A story of one chapter is read on its title page.
    """
    no_gate = Q(story__rating=None) | Q(
        story__rating__must_sign_in=False,
        story__rating__must_confirm_age=False,
        story__rating__must_accept_warning=False,
    )
    found = Q(story__in_search_engines=True, story__chapter_count__gt=1)
    return chapters_visible_to(GUEST).filter(found, no_gate)
