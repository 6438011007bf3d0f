"""Feeds of stories, chapters and news: what any guest sees listed, whoever asks; no text.

A feed reader tells with its `If-None-Match` what it has, and is told when there is no more.
"""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from storyhold.accounts.access import pen_names_visible_to
from storyhold.archive.queries import the_archive
from storyhold.feeds.atom import atom
from storyhold.feeds.paging import page_of
from storyhold.freshness.pages import kept_for_guests
from storyhold.importers.models import Move
from storyhold.news.access import news_visible_to
from storyhold.news.queries import for_news_list
from storyhold.series.access import series_visible_to
from storyhold.stories.access import chapters_visible_to, stories_listed_for, tags_visible_to
from storyhold.stories.models import Story
from storyhold.stories.narrowing import with_any_tag
from storyhold.stories.queries import (
    for_byline,
    for_listing,
    lately_updated,
    newest,
    signed_with,
)
from storyhold.stories.shelves import as_shelves
from storyhold.tags.queries import with_their_trees

GUEST = AnonymousUser()


@require_safe
@kept_for_guests()
@conditional_page
def newest_stories(request: HttpRequest) -> HttpResponse:
    """Tell the newest stories."""
    title, page = the_archive().name, reverse("home")
    return _stories(request, newest(stories_listed_for(GUEST)), title=title, page=page)


@require_safe
@kept_for_guests()
def old_feed(request: HttpRequest) -> HttpResponse:
    """Tell the newest stories where an archive that moved in did it; else there is nothing."""
    if not Move.objects.exists():
        raise Http404
    return newest_stories(request)


@require_safe
@kept_for_guests()
@conditional_page
def updated_stories(request: HttpRequest) -> HttpResponse:
    """Tell the stories that had a new chapter lately."""
    title = _("%s: lately updated") % the_archive().name
    page = f"{reverse('browse:stories')}?sort=updated"
    return _stories(request, lately_updated(stories_listed_for(GUEST)), title=title, page=page)


@require_safe
@kept_for_guests()
@conditional_page
def stories_by(request: HttpRequest, pen_name: int) -> HttpResponse:
    """Tell an author's stories, those with the newest chapter first."""
    author = get_object_or_404(pen_names_visible_to(GUEST), pk=pen_name)
    signed = lately_updated(signed_with(stories_listed_for(GUEST), author))
    return _stories(request, signed, title=author.name, page=author.get_absolute_url())


@require_safe
@kept_for_guests()
@conditional_page
def stories_in_series(request: HttpRequest, series: int) -> HttpResponse:
    """Tell the stories of a series, those with the newest chapter first."""
    found = get_object_or_404(series_visible_to(GUEST), pk=series)
    placed = found.items.filter(accepted_at__isnull=False, story__isnull=False).values("story")
    held = lately_updated(stories_listed_for(GUEST).filter(pk__in=placed))
    return _stories(request, held, title=found.title, page=found.get_absolute_url())


@require_safe
@kept_for_guests()
@conditional_page
def stories_tagged(request: HttpRequest, tag: int) -> HttpResponse:
    """Tell the stories with a tag; of a tree also those on the shelves below it."""
    shelf = as_shelves(with_their_trees(tags_visible_to(GUEST).filter(pk=tag))).get(tag)
    if shelf is None:
        raise Http404
    tagged = lately_updated(stories_listed_for(GUEST).filter(with_any_tag(shelf.ids)))
    return _stories(request, tagged, title=shelf.tag.name, page=shelf.tag.get_absolute_url())


@require_safe
@kept_for_guests(story="story")
@conditional_page
def chapters_of(request: HttpRequest, story: int) -> HttpResponse:
    """Tell a story's chapters, the newest first."""
    found = get_object_or_404(for_byline(stories_listed_for(GUEST)), pk=story)
    public = chapters_visible_to(GUEST).filter(story=found).select_related("signed_by")
    paged = page_of(request, public.order_by("-published_at", "-number"))
    feed = atom(
        request,
        "feeds/chapters.atom",
        title=found.title,
        page=found.get_absolute_url(),
        paged=paged,
        days=[chapter.published_at for chapter in paged.entries],
        chapters=paged.entries,
        story=found,
    )
    if not found.in_search_engines:
        feed["X-Robots-Tag"] = "noindex"
    return feed


@require_safe
@kept_for_guests()
@conditional_page
def latest_news(request: HttpRequest) -> HttpResponse:
    """Tell the archive's news."""
    paged = page_of(request, for_news_list(news_visible_to(GUEST)))
    return atom(
        request,
        "feeds/news.atom",
        title=_("%s: news") % the_archive().name,
        page=reverse("news:archive"),
        paged=paged,
        days=[item.edited_at for item in paged.entries],
        news=paged.entries,
    )


def _stories(
    request: HttpRequest, stories: QuerySet[Story], *, title: str, page: str
) -> HttpResponse:
    paged = page_of(request, for_listing(stories))
    return atom(
        request,
        "feeds/stories.atom",
        title=title,
        page=page,
        paged=paged,
        days=[story.updated_at for story in paged.entries],
        stories=paged.entries,
    )
