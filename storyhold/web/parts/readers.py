"""Who reads, as far as counting reads needs to know."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from storyhold.accounts.models import Member
from storyhold.freshness.pages import counts_as_read
from storyhold.stories.access import is_author
from storyhold.stories.models import Chapter, Story
from storyhold.stories.reads import note_read

# What programs that only collect pages call themselves.
COLLECTORS = ("bot", "crawl", "spider", "slurp", "scrape", "archiver", "facebookexternalhit")


@dataclass(frozen=True)
class Visit:
    """A guest who was shown a text: from which address, with which browser, and why it asked."""

    address: str
    browser: str
    purpose: str = ""

    @property
    def visitor(self) -> str:
        """How this reader is known for a day."""
        return f"{self.address} {self.browser}"

    @property
    def is_reading(self) -> bool:
        """Whether a person asked; not a collecting program, nor a browser ahead of a click."""
        browser = self.browser.lower()
        return "prefetch" not in self.purpose and not any(word in browser for word in COLLECTORS)


def count_read(request: HttpRequest, story: Story, chapter: Chapter | None = None) -> None:
    """Count that this reader was shown the chapter, or the whole story; see `stories.reads`.

    Authors, collecting programs, and pages fetched ahead of a click do not count. No query when
    the story comes with its authors.
    """
    chapter_id = chapter.pk if chapter else None
    counts_as_read(request, f"{story.pk}/{chapter_id or ''}")
    if request.method != "GET" or not _visit(request).is_reading:
        return
    if not is_author(request.user, story):
        note_read(story.pk, chapter_id, visitor_of(request))


def visitor_of(request: HttpRequest) -> str:
    """Return how this reader is known for a day: by account, or by address and browser."""
    if isinstance(request.user, Member):
        return f"member {request.user.pk}"
    return _visit(request).visitor


def is_fetched_ahead(request: HttpRequest) -> bool:
    """Whether the browser asks before anybody has clicked."""
    return "prefetch" in _visit(request).purpose


def _visit(request: HttpRequest) -> Visit:
    headers = request.headers
    purpose = headers.get("Sec-Purpose") or headers.get("Purpose") or ""
    return Visit(_address_of(request), headers.get("User-Agent", ""), purpose)


def _address_of(request: HttpRequest) -> str:
    """Return the reader's address; behind a front server, the one that this server saw."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    # Only the last one was written by our own front server; the rest is what the reader claims.
    if settings.SECURE_PROXY_SSL_HEADER and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
