"""The office's desk for news."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from storyhold.common.refusal import Refusal
from storyhold.news import actions
from storyhold.news.access import news_editable_by
from storyhold.news.models import NewsItem
from storyhold.news.queries import for_news_list
from storyhold.web.news.forms import NewsForm, said_of
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields, the_member
from storyhold.web.parts.office import for_moderators, office_page
from storyhold.web.parts.refused import add_refusal

ON_A_PAGE = 50


@require_safe
@for_moderators
def desk(request: HttpRequest) -> HttpResponse:
    """List all news: drafts first, then by day."""
    drafts_first = F("published_at").desc(nulls_first=True)
    news = for_news_list(news_editable_by(request.user)).order_by(drafts_first, "-pk")
    page = Paginator(news, ON_A_PAGE).get_page(request.GET.get("page"))
    shown = [(item, item.is_public(at=now())) for item in page]
    return office_page(request, "news/desk.html", {"page": page, "shown": shown})


@require_http_methods(["GET", "HEAD", "POST"])
@for_moderators
def new(request: HttpRequest) -> HttpResponse:
    """Show the form for a piece of news, or write it."""
    form = NewsForm(the_member(request), _typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            item = actions.write_news(
                title=form.cleaned_data["title"],
                text=form.cleaned_data["text"],
                by=form.signature,
                published_at=form.published_at(before=None),
            )
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return _saved(request, item)
    return _page(request, form)


@require_http_methods(["GET", "HEAD", "POST"])
@for_moderators
@gives_back(NewsForm)
def edit(request: HttpRequest, news: int) -> HttpResponse:
    """Show a piece of news in the form, or save what is in it."""
    item = get_object_or_404(news_editable_by(request.user).select_related("pen_name"), pk=news)
    form = NewsForm(the_member(request), _typed(request), initial=said_of(item))
    # Who mends a word in somebody else's news does not put their own name to it.
    is_own = item.pen_name.member_id == the_member(request).pk
    if not is_own:
        form.fields.pop("pen_name", None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_news(
                item,
                title=form.cleaned_data["title"],
                text=form.cleaned_data["text"],
                by=form.signature if is_own else item.pen_name,
                published_at=form.published_at(before=item.published_at),
            )
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return _saved(request, item)
    return _page(request, form, item)


@require_http_methods(["GET", "HEAD", "POST"])
@for_moderators
def delete(request: HttpRequest, news: int) -> HttpResponse:
    """Ask whether a piece of news should go; sent by POST, delete it with its comments."""
    item = get_object_or_404(news_editable_by(request.user), pk=news)
    if request.method == "POST":
        actions.delete_news(item)
        messages.success(request, _("“%s” is deleted.") % item.title)
        return redirect("news:desk")
    return office_page(request, "news/delete.html", {"item": item})


def _typed(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else kept_fields(request)


def _saved(request: HttpRequest, item: NewsItem) -> HttpResponse:
    if item.is_public(at=now()):
        messages.success(request, _("The news is there for everybody to read."))
        return redirect(item)
    messages.success(request, _("The news is kept in the office."))
    return redirect("news:desk")


def _page(request: HttpRequest, form: NewsForm, item: NewsItem | None = None) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return office_page(request, "news/write.html", {"form": form, "item": item}, status=status)
