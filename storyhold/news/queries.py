"""Reading news for a page."""

from typing import Any

from django.db.models import Count, QuerySet

from storyhold.news.models import Comment, NewsItem

_NOT_SHOWN = ("pen_name__bio_source", "pen_name__bio_html")


def for_news_list(news: QuerySet[NewsItem]) -> QuerySet[Any]:
    """Add authors, and to each item its `comment_count`, newest first; in the same query."""
    with_author = news.select_related("pen_name").defer("source", *_NOT_SHOWN)
    return with_author.annotate(comment_count=Count("comments")).order_by("-published_at", "-pk")


def comments_on(item: NewsItem) -> QuerySet[Comment]:
    """Return what was said to it, in the order it was said."""
    return item.comments.select_related("pen_name").defer("source", *_NOT_SHOWN)
