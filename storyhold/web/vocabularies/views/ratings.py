"""Ratings: which there are, and making, changing, ordering and deleting one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from storyhold.common.refusal import Refusal
from storyhold.tags.actions import ordering
from storyhold.tags.actions import ratings as actions
from storyhold.tags.models import Rating
from storyhold.tags.queries import ratings as all_ratings
from storyhold.tags.queries import stories_rated
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields
from storyhold.web.parts.office import for_archivists, office_page
from storyhold.web.parts.refused import add_refusal
from storyhold.web.vocabularies.forms.moving import Steps
from storyhold.web.vocabularies.forms.ratings import RatingForm, RatingInto


@require_safe
@for_archivists
def ratings(request: HttpRequest) -> HttpResponse:
    """List the ratings, mildest first."""
    return office_page(request, "vocabularies/ratings.html", {"ratings": all_ratings()})


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def new_rating(request: HttpRequest) -> HttpResponse:
    """Show the form for a new rating, or make it."""
    form = RatingForm(request.POST if request.method == "POST" else kept_fields(request))
    if request.method == "POST" and form.is_valid():
        try:
            rating = actions.make_rating(form.about())
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The rating “%s” is made.") % rating)
            return redirect("vocabularies:ratings")
    return _page(request, "vocabularies/new_rating.html", form)


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
@gives_back(RatingForm)
def edit_rating(request: HttpRequest, rating: int) -> HttpResponse:
    """Show a rating in the form, or save what is in it."""
    found = get_object_or_404(Rating, pk=rating)
    typed = request.POST if request.method == "POST" else kept_fields(request)
    form = RatingForm(typed, rating=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_rating(found, form.about())
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The rating “%s” is saved.") % found)
            return redirect("vocabularies:ratings")
    return _page(request, "vocabularies/edit_rating.html", form, rating=found)


@require_POST
@for_archivists
def move_rating(request: HttpRequest, rating: int) -> HttpResponse:
    """Move a rating up or down the scale."""
    found = get_object_or_404(Rating, pk=rating)
    form = Steps(request.POST)
    if form.is_valid():
        ordering.move_rating(found, steps=form.cleaned_data["steps"])
    return redirect("vocabularies:ratings")


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def delete_rating(request: HttpRequest, rating: int) -> HttpResponse:
    """Ask which other rating the stories get; sent by POST, delete it."""
    found = get_object_or_404(Rating, pk=rating)
    form = RatingInto(request.POST if request.method == "POST" else None, rating=found)
    if request.method == "POST" and form.is_valid():
        is_agreed = form.cleaned_data["is_agreed"]
        try:
            actions.delete_rating(found, into=form.chosen(), is_agreed=is_agreed)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The rating “%s” is deleted.") % found)
            return redirect("vocabularies:ratings")
    context = {"story_count": stories_rated(found)}
    return _page(request, "vocabularies/delete_rating.html", form, rating=found, **context)


def _page(
    request: HttpRequest, template: str, form: RatingForm | RatingInto, **context: object
) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return office_page(request, template, {"form": form, **context}, status=status)
