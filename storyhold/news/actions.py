"""Writing news, and commenting on it."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import now

from storyhold.accounts.models import PenName
from storyhold.archive.queries import the_archive
from storyhold.news.models import Comment, NewsItem
from storyhold.news.refusals import (
    CommentIsEmpty,
    CommentsAreClosed,
    NewsIsEmpty,
    NewsIsGone,
    NewsTitleIsMissing,
    TextIsTooLong,
)
from storyhold.news.rules import LONGEST_COMMENT, LONGEST_NEWS, LONGEST_TITLE
from storyhold.prose.canonical import canonical_html, guess_format, short_html
from storyhold.prose.one_line import one_line
from storyhold.prose.plain_text import plain_text


@transaction.atomic
def write_news(
    *, title: str, text: str, by: PenName, published_at: datetime | None = None
) -> NewsItem:
    """Write a piece of news; without `published_at` it is a draft, with a day to come it waits.

    Raises `NewsTitleIsMissing`, `NewsIsEmpty`, `TextIsTooLong`.
    """
    item = NewsItem(pen_name=by, published_at=published_at, edited_at=now())
    _fill(item, title=title, text=text)
    item.save()
    return item


@transaction.atomic
def edit_news(
    item: NewsItem, *, title: str, text: str, by: PenName, published_at: datetime | None
) -> None:
    """Change all that is said of it.

    Raises `NewsTitleIsMissing`, `NewsIsEmpty`, `TextIsTooLong`, `NewsIsGone`.
    """
    if not NewsItem.objects.select_for_update().filter(pk=item.pk).exists():
        raise NewsIsGone
    item.pen_name, item.published_at, item.edited_at = by, published_at, now()
    _fill(item, title=title, text=text)
    item.save()


def _fill(item: NewsItem, *, title: str, text: str) -> None:
    _refuse_long(text, most=LONGEST_NEWS)
    item.title = one_line(title)[:LONGEST_TITLE]
    if not item.title:
        raise NewsTitleIsMissing
    item.source, item.html = text, canonical_html(text, format=guess_format(text))
    if not item.html:
        raise NewsIsEmpty


def delete_news(item: NewsItem) -> None:
    """Remove a piece of news with its comments, for good."""
    item.delete()


@transaction.atomic
def write_comment(item: NewsItem, *, by: PenName, text: str, at: datetime | None = None) -> Comment:
    """Say something to a piece of news.

    `at` is for a comment that is older than this archive: whether news may be commented on is then
    not asked. Raises `CommentsAreClosed`, `CommentIsEmpty`, `TextIsTooLong`, `NewsIsGone`.
    """
    if at is None and not the_archive().news_may_be_commented:
        raise CommentsAreClosed
    html = _clean_comment(text)
    # The row first: it may have been deleted while the comment was typed.
    if not NewsItem.objects.select_for_update().filter(pk=item.pk).exists():
        raise NewsIsGone
    return Comment.objects.create(
        item=item, pen_name=by, source=text, html=html, created_at=at or now()
    )


@transaction.atomic
def edit_comment(comment: Comment, *, text: str) -> None:
    """Change one's comment. Raises `CommentIsEmpty`, `TextIsTooLong`, `NewsIsGone`."""
    if not Comment.objects.select_for_update().filter(pk=comment.pk).exists():
        raise NewsIsGone
    comment.source, comment.html, comment.edited_at = text, _clean_comment(text), now()
    comment.save(update_fields=["source", "html", "edited_at"])


def delete_comment(comment: Comment) -> None:
    """Remove a comment."""
    comment.delete()


def _clean_comment(text: str) -> str:
    _refuse_long(text, most=LONGEST_COMMENT)
    html = short_html(text, format=guess_format(text))
    if not plain_text(html).strip():
        raise CommentIsEmpty
    return html


def _refuse_long(text: str, *, most: int) -> None:
    if len(text) > most:
        raise TextIsTooLong(letters=f"{len(text):,}", most=f"{most:,}")
