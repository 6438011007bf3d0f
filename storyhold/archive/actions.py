"""Opening the archive, and changing its rules."""

from typing import Any

from django.db import transaction
from django.utils.timezone import now

from storyhold.archive import set_up_code
from storyhold.archive.models import Archive
from storyhold.archive.queries import forget_archive
from storyhold.prose.canonical import guess_format, short_html
from storyhold.prose.one_line import one_line

# The fields the office page may change by their names alone.
RULES = (
    "language",
    "registration",
    "guests_may_review",
    "review_rating",
    "authors_may_delete_reviews",
    "has_reviews",
    "ratings_may_stand_alone",
    "has_kudos",
    "kept_word",
    "submissions_open",
    "new_work_waits",
    "approval_letter",
    "return_letter",
    "forbidden_words",
    "co_authors_allowed",
    "round_robins_allowed",
    "series_by",
    "least_words",
    "most_words",
    "most_illustrations",
    "contents_first",
    "recent_days",
    "stories_on_a_page",
    "whole_category_paths",
    "news_may_be_commented",
    "guests_may_challenge",
    "guests_may_shout",
    "in_search_engines",
    "ai_crawlers_kept_out",
    "downloads",
    "kept_on_devices",
)
# Texts: kept as typed in `…_source`, and cleaned in `…_html`.
TEXTS = ("welcome", "terms", "print_words")


@transaction.atomic
def change_archive(
    *, name: str | None = None, tagline: str | None = None, **rules: object
) -> Archive:
    """Change what is given and leave the rest; return the archive as it now is.

    `rules` are named in `RULES` and `TEXTS`. Texts are cleaned by `prose`, and kept as typed too.
    """
    archive, _created = Archive.objects.select_for_update().get_or_create(pk=1)
    if name is not None:
        archive.name = one_line(name)
    if tagline is not None:
        archive.tagline = one_line(tagline)
    for rule, value in rules.items():
        if rule in TEXTS:
            _write(archive, rule, str(value))
        elif rule in RULES:
            setattr(archive, rule, value)
        else:
            raise TypeError(f"{rule} is not a rule of the archive")
    archive.save()
    transaction.on_commit(forget_archive)
    return archive


def _write(archive: Archive, text: str, source: str) -> None:
    setattr(archive, f"{text}_source", source)
    setattr(archive, f"{text}_html", short_html(source, format=guess_format(source)))


@transaction.atomic
def close_archive(*, words: str) -> Archive:
    """Close the archive to all but those who keep it; they read `words` instead.

    Of an archive that is closed already, the words are changed.
    """
    archive, _created = Archive.objects.select_for_update().get_or_create(pk=1)
    _write(archive, "closed_words", words)
    archive.closed_at = archive.closed_at or now()
    archive.save(update_fields=["closed_at", "closed_words_source", "closed_words_html"])
    transaction.on_commit(forget_archive)
    return archive


@transaction.atomic
def reopen_archive() -> None:
    """Let everybody in again. The words stay, for the next time."""
    Archive.objects.filter(pk=1).update(closed_at=None)
    transaction.on_commit(forget_archive)


@transaction.atomic
def change_foot(links: list[dict[str, str]]) -> None:
    """Keep what stands at the foot of every page: `text`, `address` and `audience` of each."""
    archive, _created = Archive.objects.select_for_update().get_or_create(pk=1)
    archive.foot = links
    archive.save(update_fields=["foot"])
    transaction.on_commit(forget_archive)


def hold_archive() -> None:
    """Let one after the other compose its pages, until the caller's transaction ends."""
    Archive.objects.select_for_update().filter(pk=1).first()


@transaction.atomic
def compose_pages(blocks: list[dict[str, Any]] | None) -> None:
    """Keep what pages are composed of; the room of blocks knows what stands in it."""
    archive, _created = Archive.objects.select_for_update().get_or_create(pk=1)
    archive.blocks = blocks
    archive.save(update_fields=["blocks"])
    transaction.on_commit(forget_archive)


@transaction.atomic
def open_archive() -> Archive:
    """Mark the archive as set up, once; the set-up code is spent. Return the archive."""
    archive, _created = Archive.objects.select_for_update().get_or_create(pk=1)
    if archive.set_up_at is None:
        archive.set_up_at = now()
        archive.save(update_fields=["set_up_at"])
    transaction.on_commit(forget_archive)
    transaction.on_commit(set_up_code.spend)
    return archive
