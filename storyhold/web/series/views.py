"""Series: the list, one on its page, and keeping one's own."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from storyhold.accounts.models import Member
from storyhold.archive.queries import the_archive
from storyhold.challenges.queries import challenges_answered_by
from storyhold.common.refusal import Refusal
from storyhold.freshness.pages import kept_for_guests
from storyhold.reviews.of_series import with_score
from storyhold.series import actions
from storyhold.series.access import (
    may_begin_series,
    series_editable_by,
    series_visible_to,
    stories_addable_by,
)
from storyhold.series.models import Mode, Series
from storyhold.series.queries import (
    items_shown,
    load_tags,
    suggestions_in,
    with_numbers,
    with_owners,
    with_tags,
)
from storyhold.web.parts.alphabet import Letters
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields, signed_in
from storyhold.web.parts.listing.asked import asked_of
from storyhold.web.parts.listing.others import with_same_tags
from storyhold.web.parts.refused import add_refusal
from storyhold.web.parts.series_cards import fill_cards
from storyhold.web.parts.ties import ties_to
from storyhold.web.series.forms import AddForm, NewSeriesForm, SeriesForm

ON_A_PAGE = 25


@require_safe
@kept_for_guests()
def list_series(request: HttpRequest) -> HttpResponse:
    """List the series that hold something this viewer may see, A to Z."""
    asked = asked_of(request, sort="title")
    visible = with_owners(with_same_tags(series_visible_to(request.user), asked))
    letters = Letters(request, visible, key="title_key")
    found = with_tags(letters.chosen.order_by("title_key", "pk"))
    page = Paginator(found, the_archive().stories_on_a_page).get_page(request.GET.get("page"))
    fill_cards(request.user, list(page))
    context = {
        "page": page,
        "letters": letters,
        "asked": asked,
        "may_begin": may_begin_series(request.user),
    }
    return render(request, "series/list.html", context)


@require_safe
@kept_for_guests()
def series_page(request: HttpRequest, series: int) -> HttpResponse:
    """Show a series in its order; to those who may, a form to add to it or to keep it."""
    visible = with_numbers(request.user, series_visible_to(request.user))
    shown = get_object_or_404(with_score(request.user, visible, series))
    pages = Paginator(items_shown(request.user, shown), ON_A_PAGE)
    pages.count = shown.items_seen  # known already
    page = pages.get_page(request.GET.get("page"))
    load_tags(shown, page)
    is_owner = _keeps(request, shown)
    context = {
        "series": shown,
        "page": page,
        "is_owner": is_owner,
        "score": shown.rated_sum_seen / shown.rated_seen if shown.rated_seen else None,
        "challenges": challenges_answered_by(shown),
        "ties": ties_to(request, shown, makers=[shown.owner]),
        "form": _form_to_add(request, shown, is_owner=is_owner),
        "suggestions": suggestions_in(shown, owner=request.user) if is_owner else [],
    }
    return render(request, "series/series.html", context)


def _keeps(request: HttpRequest, series: Series) -> bool:
    return isinstance(request.user, Member) and series.owner.member_id == request.user.pk


def _form_to_add(request: HttpRequest, series: Series, *, is_owner: bool) -> AddForm | None:
    """Return the form where this viewer may add, or suggest, a story."""
    if not isinstance(request.user, Member) or (series.mode == Mode.CLOSED and not is_owner):
        return None
    addable = stories_addable_by(request.user, series).only("title")
    return AddForm(addable, label=_("Story"))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def new_series(request: HttpRequest) -> HttpResponse:
    """Show the form for a new series, or begin it."""
    member = request.user
    assert isinstance(member, Member)  # noqa: S101 — `signed_in` lets in nobody else
    data = request.POST if request.method == "POST" else kept_fields(request)
    form = NewSeriesForm(list(member.pen_names.all()), data)
    if request.method == "POST" and form.is_valid():
        try:
            series = actions.create_series(**form.said(), by=form.signature(member))
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Your series is made. Now add stories to it."))
            return redirect(series)
    status = 422 if request.method == "POST" else 200
    return render(request, "series/new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(SeriesForm)
def edit_series(request: HttpRequest, series: int) -> HttpResponse:
    """Show what the owner says about the series in a form, or save it."""
    mine = get_object_or_404(series_editable_by(request.user), pk=series)
    data = request.POST if request.method == "POST" else kept_fields(request)
    form = SeriesForm(data, series=mine)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_series(mine, **form.said())
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The series is saved."))
            return redirect(mine)
    status = 422 if request.method == "POST" else 200
    return render(request, "series/edit.html", {"form": form, "series": mine}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def delete_series(request: HttpRequest, series: int) -> HttpResponse:
    """Ask whether the series should go; sent by POST, delete it. Its stories stay."""
    mine = get_object_or_404(series_editable_by(request.user), pk=series)
    if request.method == "POST":
        actions.delete_series(mine)
        messages.success(request, _("“%s” is deleted. Its stories are where they were.") % mine)
        return redirect("series:list")
    return render(request, "series/delete.html", {"series": mine})
