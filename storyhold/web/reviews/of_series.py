"""The reviews of a whole series, with those of its stories, and writing one."""

from collections.abc import Iterable, Iterator

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from storyhold.accounts.models import Member
from storyhold.common.refusal import Refusal
from storyhold.freshness.pages import kept_for_guests
from storyhold.reviews.access import may_review, must_sign_in_to_review
from storyhold.reviews.models import Review
from storyhold.reviews.of_series import reviews_of_series
from storyhold.series.access import items_visible_to, series_visible_to
from storyhold.series.models import Series, SeriesItem
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.guests import is_too_often, open_to_guests
from storyhold.web.parts.refused import add_refusal
from storyhold.web.parts.reviewing import ReviewForm, ReviewShown, review_form, with_deeds
from storyhold.web.reviews.places import place_of
from storyhold.web.reviews.sending import send_review

REVIEWS_ON_A_PAGE = 25


@require_safe
@kept_for_guests()
def of_series(request: HttpRequest, series: int) -> HttpResponse:
    """Show the reviews of a series and of all in it; `?of=` shows those of one part."""
    shown = _series_or_404(request, series)
    items = list(items_visible_to(request.user, shown).select_related("story", "sub_series"))
    chosen = request.GET.get("of", "")
    reviews = _only(chosen, reviews_of_series(request.user, shown), shown, items)
    page = Paginator(reviews, REVIEWS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "series": shown,
        "items": items,
        "chosen": chosen,
        "page": page,
        "shown": list(_with_deeds(request, shown, page)),
        "may_review": may_review(request.user) and not _keeps(request, shown),
    }
    return render(request, "reviews/of_series.html", context)


def _series_or_404(request: HttpRequest, series: int) -> Series:
    visible = series_visible_to(request.user).select_related("owner__member")
    return get_object_or_404(visible, pk=series)


def _keeps(request: HttpRequest, series: Series) -> bool:
    return isinstance(request.user, Member) and series.owner.member_id == request.user.pk


def _only(
    chosen: str, reviews: QuerySet[Review], series: Series, items: list[SeriesItem]
) -> QuerySet[Review]:
    """Return the reviews of the part chosen: the series itself, or one of its items."""
    if chosen == "series":
        return reviews.filter(series=series)
    item = next((each for each in items if str(each.pk) == chosen), None)
    if item is None:
        return reviews
    return (
        reviews.filter(story=item.story) if item.story else reviews.filter(series=item.sub_series)
    )


def _with_deeds(
    request: HttpRequest, series: Series, reviews: Iterable[Review]
) -> Iterator[ReviewShown]:
    """Yield each review with what the viewer may do; those of stories are answered over there."""
    keeps = _keeps(request, series)
    for each in reviews:
        of_this = keeps and each.series_id == series.pk
        yield from with_deeds([each], request.user, writes_it=of_this)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_guests
@gives_back(ReviewForm)
def review_series(request: HttpRequest, series: int) -> HttpResponse:
    """Show the form for a review of a whole series, or send one."""
    shown = _series_or_404(request, series)
    if must_sign_in_to_review(request.user):
        return redirect_to_login(request.path)
    if not may_review(request.user):
        raise Http404
    form = review_form(request)
    if request.method == "POST" and form.is_valid() and not is_too_often(request, "review", form):
        try:
            review = send_review(request, form, shown)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Your review of the series is here."))
            return redirect(place_of(review))
    status = 422 if request.method == "POST" else 200
    return render(
        request, "reviews/review_series.html", {"form": form, "series": shown}, status=status
    )
