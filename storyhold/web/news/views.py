"""Reading news."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from storyhold.accounts.models import Member
from storyhold.accounts.queries import Viewer
from storyhold.freshness.pages import kept_for_guests
from storyhold.news.access import is_own, may_comment, news_visible_to
from storyhold.news.models import Comment
from storyhold.news.queries import comments_on, for_news_list
from storyhold.web.news.forms import NewComment
from storyhold.web.parts.kept import kept_fields

NEWS_ON_A_PAGE = 10
COMMENTS_ON_A_PAGE = 50


@dataclass(frozen=True)
class CommentShown:
    """A comment with where it stands, and what this viewer may do with it: label and address."""

    comment: Comment
    place: str
    deeds: list[tuple[str, str]]


@require_safe
@kept_for_guests()
def archive(request: HttpRequest) -> HttpResponse:
    """List all news, newest first, each with its beginning."""
    news = for_news_list(news_visible_to(request.user))
    page = Paginator(news, NEWS_ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "news/archive.html", {"page": page})


@require_safe
@kept_for_guests()
def item(request: HttpRequest, news: int) -> HttpResponse:
    """Show a piece of news with what was said to it."""
    shown = get_object_or_404(for_news_list(news_visible_to(request.user)), pk=news)
    pages = Paginator(comments_on(shown), COMMENTS_ON_A_PAGE)
    pages.count = shown.comment_count  # known already
    page = pages.get_page(request.GET.get("page"))
    form = None
    if isinstance(request.user, Member) and may_comment(request.user):
        form = NewComment(request.user, kept_fields(request))
    context = {
        "item": shown,
        "page": page,
        "comments": list(_with_deeds(page, request.user, at=shown.get_absolute_url())),
        "form": form,
    }
    return render(request, "news/item.html", context)


def _with_deeds(comments: Iterable[Comment], viewer: Viewer, *, at: str) -> Iterator[CommentShown]:
    for comment in comments:
        place = f"{at}#comment-{comment.pk}"
        yield CommentShown(comment, place, list(_deeds(comment, viewer)))


def _deeds(comment: Comment, viewer: Viewer) -> Iterator[tuple[str, str]]:
    own = is_own(viewer, comment)
    if own:
        yield _("Edit"), reverse("news:edit_comment", args=[comment.pk])
    if own or (isinstance(viewer, Member) and viewer.is_moderator):
        yield _("Delete"), reverse("news:delete_comment", args=[comment.pk])
