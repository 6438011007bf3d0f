"""Writing reviews, changing and deleting them, and reading all of a story's."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from storyhold.accounts.models import Member
from storyhold.common.refusal import Refusal
from storyhold.freshness.pages import kept_for_guests
from storyhold.reviews.access import (
    may_review,
    must_sign_in_to_review,
    reviews_deletable_by,
    reviews_editable_by,
    reviews_visible_to,
)
from storyhold.reviews.actions import writing
from storyhold.reviews.models import Review
from storyhold.reviews.queries import reviews_of_story, with_replies
from storyhold.stories.access import chapters_visible_to, is_author, stories_visible_to
from storyhold.stories.models import Chapter
from storyhold.stories.queries import chapters_listed, for_byline
from storyhold.web.parts.gates import gate_page, stop_before
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.guests import is_too_often
from storyhold.web.parts.kept import TICKET, keep, kept_fields, signed_in
from storyhold.web.parts.refused import add_refusal
from storyhold.web.parts.reviewing import (
    ReviewForm,
    review_form,
    with_deeds,
)
from storyhold.web.parts.views import is_from_our_own_page
from storyhold.web.reviews.places import page_of, place_of
from storyhold.web.reviews.sending import send_review

REVIEWS_ON_A_PAGE = 25


@require_safe
@kept_for_guests(story="story")
def of_story(request: HttpRequest, story: int) -> HttpResponse:
    """Show a story's reviews, newest first; `?chapter=3` shows those of one chapter."""
    shown = get_object_or_404(for_byline(stories_visible_to(request.user)), pk=story)
    stop = stop_before(request, shown)
    if stop and stop.is_for_members:
        return gate_page(request, stop, shown)
    chapters = chapters_listed(chapters_visible_to(request.user), shown)
    reviews = reviews_of_story(request.user, shown)
    chapter = _chapter_asked_for(request, chapters)
    if chapter:
        reviews = reviews.filter(chapter=chapter)
    if "unanswered" in request.GET:
        reviews = reviews.filter(reply=None)
    page = Paginator(reviews, REVIEWS_ON_A_PAGE).get_page(request.GET.get("page"))
    writes_it = is_author(request.user, shown)
    context = {
        "story": shown,
        "chapters": chapters,
        "chapter": chapter,
        "page": page,
        "shown": list(with_deeds(page, request.user, writes_it=writes_it)),
    }
    return render(request, "reviews/of_story.html", context)


def _chapter_asked_for(request: HttpRequest, chapters: list[Chapter]) -> Chapter | None:
    asked = request.GET.get("chapter")
    return next((each for each in chapters if str(each.number) == asked), None)


@require_safe
def review(request: HttpRequest, review: int) -> HttpResponse:
    """Lead to where the review stands now; chapters are moved, and reviews stay with them."""
    visible = reviews_visible_to(request.user).select_related("story", "series", "chapter")
    return redirect(place_of(get_object_or_404(visible, pk=review)))


# Guests' pages are the same for everyone and so carry no token: for guests the door below asks
# where the form stood. Members' forms carry one, and it is checked.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def write_review(request: HttpRequest, story: int, number: int) -> HttpResponse:
    """Show the form for a review on a page of its own, or send one."""
    if isinstance(request.user, Member):
        return csrf_protect(_write)(request, story=story, number=number)
    if request.method == "POST" and not is_from_our_own_page(request):
        return HttpResponseForbidden()
    # A member's form whose sign-in has run out must not turn into a guest's review.
    if must_sign_in_to_review(request.user) or TICKET in request.POST:
        return _sign_in_first(request, story, number)
    return _write(request, story=story, number=number)


def _sign_in_first(request: HttpRequest, story: int, number: int) -> HttpResponse:
    """Keep what a member typed, and lead back to the form under the chapter."""
    page = keep(request)
    if page:
        text = _("You were signed out. What you typed is kept: sign in, and it is there.")
        messages.warning(request, text)
    chapter = reverse("chapters:read", args=[story, number])
    return redirect_to_login(f"{page or chapter}#review")


@gives_back(ReviewForm)
def _write(request: HttpRequest, story: int, number: int) -> HttpResponse:
    chapter = _chapter_to_review(request, story, number)
    stop = stop_before(request, chapter.story)
    if stop:
        return gate_page(request, stop, chapter.story)
    form = review_form(request)
    if request.method == "POST" and form.is_valid() and not is_too_often(request, "review", form):
        try:
            return _after(request, send_review(request, form, chapter))
        except Refusal as refusal:
            add_refusal(form, refusal)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "chapter": chapter, "story": chapter.story}
    return render(request, "reviews/write.html", context, status=status)


def _chapter_to_review(request: HttpRequest, story: int, number: int) -> Chapter:
    """Return the chapter with its story; drafts get no reviews, so there is no such page."""
    if not may_review(request.user):
        raise Http404
    public = chapters_visible_to(request.user).filter(is_public=True, story__is_public=True)
    return get_object_or_404(public.select_related("story__rating"), story_id=story, number=number)


def _after(request: HttpRequest, review: Review) -> HttpResponse:
    """Go back to the chapter, and say where the story goes on."""
    assert review.chapter is not None  # noqa: S101 — it was just written under one
    later = chapters_visible_to(request.user).filter(story=review.story)
    following = later.filter(number__gt=review.chapter.number).order_by("number").first()
    thanks = _("Your review is here, below the chapter.")
    if following:
        thanks = format_html(
            '{} <a href="{}">{}</a>',
            thanks, following.get_absolute_url(), _("On to the next chapter"),
        )  # fmt: skip
    messages.success(request, thanks)
    return redirect(place_of(review))


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(ReviewForm)
def edit_review(request: HttpRequest, review: int) -> HttpResponse:
    """Show one's review in a form, or save what is in it."""
    mine = get_object_or_404(
        with_replies(reviews_editable_by(request.user)).select_related("story", "series"), pk=review
    )
    data = request.POST if request.method == "POST" else kept_fields(request)
    form = ReviewForm(data, initial={"text": mine.source, "rating": mine.rating})
    if request.method == "POST" and form.is_valid():
        try:
            rating = form.cleaned_data.get("rating", mine.rating)
            writing.edit_review(mine, text=form.cleaned_data["text"], rating=rating)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Your review is changed."))
            return redirect(place_of(mine))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "review": mine, "back": place_of(mine)}
    return render(request, "reviews/edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def delete_review(request: HttpRequest, review: int) -> HttpResponse:
    """Ask whether a review should go; sent by POST, delete it with its answer."""
    deletable = with_replies(reviews_deletable_by(request.user)).select_related("story", "series")
    found = get_object_or_404(deletable, pk=review)
    if request.method == "POST":
        back = page_of(found)
        writing.delete_review(found)
        messages.success(request, _("The review is deleted."))
        return redirect(f"{back}#reviews")
    return render(request, "reviews/delete.html", {"review": found, "back": place_of(found)})
