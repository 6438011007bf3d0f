"""What a device asks for the stories it keeps: whether they may be read, and what is new."""

import hashlib
import re
from collections.abc import Iterable, Iterator

from django.http import HttpRequest, JsonResponse
from django.utils.crypto import salted_hmac
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from storyhold.accounts.models import Member
from storyhold.bookmarks.access import subscriptions_of
from storyhold.stories.access import chapters_visible_to, stories_listed_for
from storyhold.stories.models import Chapter, Story
from storyhold.stories.queries import for_byline, lately_updated
from storyhold.web.parts.gates import stop_before

MOST_STORIES = 100
_NUMBER = re.compile("[0-9]{1,18}", re.ASCII)

Told = dict[str, object]


@never_cache
@require_safe
def stories(request: HttpRequest) -> JsonResponse:
    """Tell of the stories asked for, `?story=12&story=15`, and with `followed=yes` of those too.

    What is not told of is gone, or not for this reader. Five queries at most.
    """
    followed = _followed_by(request) if "followed" in request.GET else set()
    asked = {int(each) for each in request.GET.getlist("story") if _NUMBER.fullmatch(each)}
    listed = stories_listed_for(request.user).filter(pk__in=asked | followed)
    found = list(lately_updated(for_byline(listed))[:MOST_STORIES])
    chapters = _chapters_of(request, found)
    told = [_told(request, each, chapters[each.pk], followed) for each in found]
    return JsonResponse({"reader": _name_of(request), "stories": told})


def _followed_by(request: HttpRequest) -> set[int]:
    followed = subscriptions_of(request.user).filter(story__isnull=False).order_by()
    return set(followed.values_list("story", flat=True))


def _chapters_of(request: HttpRequest, stories: Iterable[Story]) -> dict[int, list[Chapter]]:
    chapters: dict[int, list[Chapter]] = {story.pk: [] for story in stories}
    public = chapters_visible_to(request.user).filter(story__in=chapters, is_public=True)
    listed = public.order_by("number")
    for each in listed.only("story_id", "number", "title", "revision_number"):
        chapters[each.story_id].append(each)
    return chapters


def _told(request: HttpRequest, story: Story, chapters: list[Chapter], followed: set[int]) -> Told:
    return {
        "story": story.pk,
        "title": story.title,
        "authors": ", ".join(each.name for each in story.authors_shown),
        "language": story.language,
        "address": story.get_absolute_url(),
        "chapters": len(chapters),
        "followed": story.pk in followed,
        # Where a gate stands, what is on the device stays; it was opened there once.
        "open": stop_before(request, story) is None,
        "pages": list(_pages(story, chapters)),
    }


def _pages(story: Story, chapters: list[Chapter]) -> Iterator[tuple[str, str]]:
    """Yield address and version of the title page and of each chapter."""
    versions = [f"{each.pk}.{each.revision_number}" for each in chapters]
    about = [story.title, story.summary_html, story.notes_html, str(story.is_complete), *versions]
    yield story.get_absolute_url(), hashlib.sha256("\0".join(about).encode()).hexdigest()[:16]
    # A chapter leads to the next, so that its page is another when there is one.
    for chapter, own, after in zip(chapters, versions, [*versions[1:], ""], strict=True):
        yield chapter.get_absolute_url(), f"{own}-{after.partition('.')[0]}"


def _name_of(request: HttpRequest) -> str:
    """Return what tells one member of this device from another, and nothing else of them."""
    if not isinstance(request.user, Member):
        return ""
    return salted_hmac("storyhold.web.offline", str(request.user.pk)).hexdigest()[:16]
