"""Who reads, as far as counting reads needs to know."""

from django.conf import settings
from django.http import HttpRequest

from storyhold.accounts.models import Member
from storyhold.stories.access import is_author
from storyhold.stories.models import Chapter, Story
from storyhold.stories.reads import note_read

# What programs that only collect pages call themselves.
COLLECTORS = ("bot", "crawl", "spider", "slurp", "scrape", "archiver", "facebookexternalhit")


def count_read(request: HttpRequest, story: Story, chapter: Chapter | None = None) -> None:
    """Count that this reader was shown the chapter, or the whole story; see `stories.reads`.

    Authors, collecting programs, and pages fetched ahead of a click do not count. No query when
    the story comes with its authors.
    """
    if request.method != "GET" or is_fetched_ahead(request) or _is_collector(request):
        return
    if not is_author(request.user, story):
        note_read(story.pk, chapter.pk if chapter else None, visitor_of(request))


def visitor_of(request: HttpRequest) -> str:
    """Return how this reader is known for a day: by account, or by address and browser."""
    if isinstance(request.user, Member):
        return f"member {request.user.pk}"
    return f"{_address_of(request)} {request.headers.get('User-Agent', '')}"


def is_fetched_ahead(request: HttpRequest) -> bool:
    """Whether the browser asks before anybody has clicked."""
    purpose = request.headers.get("Sec-Purpose") or request.headers.get("Purpose") or ""
    return "prefetch" in purpose


def _is_collector(request: HttpRequest) -> bool:
    browser = request.headers.get("User-Agent", "").lower()
    return any(word in browser for word in COLLECTORS)


def _address_of(request: HttpRequest) -> str:
    """Return the reader's address; behind a front server, the one that this server saw."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    # Only the last one was written by our own front server; the rest is what the reader claims.
    if settings.SECURE_PROXY_SSL_HEADER and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
