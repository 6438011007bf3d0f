"""The authors' answers to reviews."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from storyhold.accounts.models import Member, PenName
from storyhold.common.refusal import Refusal
from storyhold.reviews.access import reviews_answerable_by
from storyhold.reviews.actions import answers
from storyhold.reviews.models import Review
from storyhold.reviews.queries import with_replies
from storyhold.stories.queries import signature_of, signature_under
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields, signed_in
from storyhold.web.parts.refused import add_refusal
from storyhold.web.parts.reviewing import WordsForm
from storyhold.web.reviews.places import place_of


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(WordsForm)
def reply(request: HttpRequest, review: int) -> HttpResponse:
    """Show a review with a form for the author's answer, or send the answer."""
    found = _answerable(request, review)
    if found.reply_shown and request.method != "POST":
        return redirect("reviews:edit_reply", found.pk)
    form = _form(request, text="")
    if request.method == "POST" and form.is_valid():
        try:
            answers.reply_to(found, by=_signature(request, found), text=form.cleaned_data["text"])
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Your answer is below the review."))
            return redirect(place_of(found))
    return _page(request, found, form)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(WordsForm)
def edit_reply(request: HttpRequest, review: int) -> HttpResponse:
    """Show the answer in a form, or save what is in it."""
    found = _answered(request, review)
    form = _form(request, text=found.reply.source)
    if request.method == "POST" and form.is_valid():
        try:
            answers.edit_reply(found.reply, text=form.cleaned_data["text"])
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Your answer is changed."))
            return redirect(place_of(found))
    return _page(request, found, form)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def delete_reply(request: HttpRequest, review: int) -> HttpResponse:
    """Ask whether the answer should go; sent by POST, delete it."""
    found = _answered(request, review)
    if request.method == "POST":
        answers.delete_reply(found.reply)
        messages.success(request, _("Your answer is deleted."))
        return redirect(place_of(found))
    context = {"review": found, "back": place_of(found)}
    return render(request, "reviews/delete_reply.html", context)


def _answerable(request: HttpRequest, review: int) -> Review:
    mine = with_replies(reviews_answerable_by(request.user)).select_related(
        "story", "series__owner__member"
    )
    return get_object_or_404(mine, pk=review)


def _answered(request: HttpRequest, review: int) -> Review:
    mine = with_replies(reviews_answerable_by(request.user)).select_related(
        "story", "series__owner__member"
    )
    return get_object_or_404(mine, pk=review, reply__isnull=False)


def _form(request: HttpRequest, *, text: str) -> WordsForm:
    data = request.POST if request.method == "POST" else kept_fields(request)
    form = WordsForm(data, initial={"text": text})
    form.fields["text"].label = _("Your answer")
    return form


def _signature(request: HttpRequest, review: Review) -> PenName:
    assert isinstance(request.user, Member)  # noqa: S101 — `signed_in` lets in nobody else
    if review.chapter is not None:
        return signature_under(review.chapter, request.user)
    if review.series:
        return review.series.owner
    assert review.story  # noqa: S101 — a review is of a story or of a series
    return signature_of(request.user, review.story)


def _page(request: HttpRequest, review: Review, form: WordsForm) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    context = {"review": review, "form": form, "back": place_of(review)}
    return render(request, "reviews/reply.html", context, status=status)
