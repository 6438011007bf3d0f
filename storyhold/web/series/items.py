"""What stands in a series: adding and suggesting, deciding, moving, removing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.accounts.models import Member
from storyhold.common.refusal import Refusal
from storyhold.series import actions
from storyhold.series.access import (
    items_movable_by,
    items_removable_by,
    series_addable_by,
    series_open_to,
    series_visible_to,
    stories_addable_by,
)
from storyhold.series.models import SeriesItem
from storyhold.series.queries import place_beside
from storyhold.stories.queries import signature_of
from storyhold.web.parts.kept import signed_in
from storyhold.web.parts.refused import add_refusal
from storyhold.web.series.forms import AddForm


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def add_story(request: HttpRequest, series: int) -> HttpResponse:
    """Show the form with one's own stories, or add one to the series, or suggest it."""
    member = request.user
    assert isinstance(member, Member)  # noqa: S101 — `signed_in` lets in nobody else
    open_to_me = series_open_to(member).select_related("owner")
    found = get_object_or_404(open_to_me, pk=series)
    mine = {str(each.pk): each for each in stories_addable_by(member, found)}
    form = AddForm(mine.values(), _sent(request), label=_("Story"))
    if request.method == "POST" and form.is_valid():
        story = mine[form.cleaned_data["chosen"]]
        try:
            item = actions.add_story(found, story, by=signature_of(member, story))
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return _added(request, item)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "series": found}
    return render(request, "series/add_story.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def add_series(request: HttpRequest, series: int) -> HttpResponse:
    """Show the form with one's other series, or put one into this series, or suggest it."""
    open_to_me = series_open_to(request.user).select_related("owner")
    found = get_object_or_404(open_to_me, pk=series)
    mine = {str(each.pk): each for each in series_addable_by(request.user, found)}
    form = AddForm(mine.values(), _sent(request), label=_("Series"))
    if request.method == "POST" and form.is_valid():
        sub_series = mine[form.cleaned_data["chosen"]]
        try:
            item = actions.add_series(found, sub_series, by=sub_series.owner)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return _added(request, item)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "series": found}
    return render(request, "series/add_series.html", context, status=status)


def _sent(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _added(request: HttpRequest, item: SeriesItem) -> HttpResponse:
    if item.accepted_at:
        said = _("“%s” is in the series.")
    else:
        said = _("“%s” is suggested. The owner of the series decides.")
    messages.success(request, said % item.title)
    return redirect(item.series)


@require_POST
@signed_in
def accept(request: HttpRequest, item: int) -> HttpResponse:
    """Give a suggestion its place."""
    waiting = items_movable_by(request.user).filter(accepted_at=None)
    found = get_object_or_404(waiting.select_related("series"), pk=item)
    actions.accept_item(found)
    messages.success(request, _("Accepted. It is in the series now."))
    return redirect(found.series)


@require_POST
@signed_in
def decline(request: HttpRequest, item: int) -> HttpResponse:
    """Turn a suggestion down."""
    waiting = items_movable_by(request.user).filter(accepted_at=None)
    found = get_object_or_404(waiting.select_related("series"), pk=item)
    actions.remove_item(found)
    messages.success(request, _("Declined. The story stays where it was."))
    return redirect(found.series)


@require_POST
@signed_in
def remove(request: HttpRequest, item: int) -> HttpResponse:
    """Take a story, or a series within, out of a series."""
    removable = items_removable_by(request.user).select_related("series", "story", "sub_series")
    found = get_object_or_404(removable, pk=item)
    actions.remove_item(found)
    messages.success(request, _("“%s” is not in the series any more.") % found.title)
    still_there = series_visible_to(request.user).filter(pk=found.series_id).exists()
    return redirect(found.series) if still_there else redirect("series:list")


@require_POST
@signed_in
def move_up(request: HttpRequest, item: int) -> HttpResponse:
    """Move one place towards the beginning."""
    return _move(request, item, steps=-1)


@require_POST
@signed_in
def move_down(request: HttpRequest, item: int) -> HttpResponse:
    """Move one place towards the end."""
    return _move(request, item, steps=1)


def _move(request: HttpRequest, item: int, *, steps: int) -> HttpResponse:
    movable = items_movable_by(request.user).select_related("series")
    found = get_object_or_404(movable, pk=item)
    to = place_beside(request.user, found, steps=steps)
    if to is not None:
        actions.move_item(found, to=to)
    return redirect(f"{found.series.get_absolute_url()}#item-{found.pk}")
