"""Each story with its chapters, down to the fingerprint of every text."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db.models import Count, Prefetch, Q

from storyhold.stories.models import Authorship, Chapter, Story

AT_ONCE = 500


def stories() -> Iterator[dict[str, Any]]:
    """Yield the facts of every story that is not in the trash, by number."""
    numbers = Story.objects.filter(deleted_at=None).order_by("pk").values_list("pk", flat=True)
    waiting = numbers.iterator()
    while some := list(islice(waiting, AT_ONCE)):
        for story in _with_all(some):
            yield _facts(story)


def _with_all(numbers: list[int]) -> list[Story]:
    signed = Authorship.objects.filter(accepted_at__isnull=False).select_related("pen_name")
    chapters = Chapter.objects.filter(deleted_at=None).select_related("text").defer("text__html")
    of = Story.objects.filter(pk__in=numbers).order_by("pk")
    counted = of.annotate(
        with_words=Count("reviews", filter=~Q(reviews__html="")),
        with_rating_only=Count("reviews", filter=Q(reviews__html="")),
    )
    return list(
        counted.prefetch_related(
            Prefetch("authorships", signed, to_attr="signed"),
            Prefetch("chapters", chapters, to_attr="all_chapters"),
        )
    )


def _facts(story: Any) -> dict[str, Any]:
    author, *co_authors = [each.pen_name.name for each in story.signed] or [""]
    published = story.published_at
    return {
        "id": story.pk,
        "title": story.title,
        "author": author,
        "coauthors": sorted(co_authors),
        "published": int(published.timestamp()) if published else None,
        "reviews": story.with_words,
        "rating_only": story.with_rating_only,
        "chapters": [_chapter(chapter) for chapter in story.all_chapters],
    }


def _chapter(chapter: Chapter) -> dict[str, Any]:
    return {
        "id": chapter.pk,
        "number": chapter.number,
        "title": chapter.title,
        "chapter_text_sha256": chapter.text.sha256,
    }
