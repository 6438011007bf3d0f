"""The office's desk for accounts that wait for their owners."""

from collections import Counter
from collections.abc import Sequence

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from storyhold.accounts.access import pen_names_visible_to
from storyhold.claims.access import claims_answered_by, unclaimed_kept_by
from storyhold.claims.actions import asking, giving, joining
from storyhold.claims.models import Unclaimed
from storyhold.claims.queries import announcement_under_way, for_desk, members_to_tell
from storyhold.common.refusal import Refusal
from storyhold.stories.queries import with_story_counts
from storyhold.web.claims.forms import HandOver, Join, Search
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.office import for_archivists, office_page
from storyhold.web.parts.refused import add_refusal

ON_A_PAGE = 50


@require_safe
@for_archivists
def accounts(request: HttpRequest) -> HttpResponse:
    """List the accounts that wait, or those whose names match."""
    form = Search(request.GET)
    called = form.cleaned_data["q"] if form.is_valid() else ""
    waiting = for_desk(unclaimed_kept_by(request.user), called=called)
    page = Paginator(waiting, ON_A_PAGE).get_page(request.GET.get("page"))
    counts = _story_counts(request, list(page))
    context = {
        "form": form,
        "page": page,
        "rows": [(each, counts[each.member_id]) for each in page],
        "to_tell": members_to_tell().count(),
        "announcement": announcement_under_way(),
        "letters_leave": settings.MAIL.kind != "none",
    }
    return office_page(request, "claims/accounts.html", context)


def _story_counts(request: HttpRequest, waiting: Sequence[Unclaimed]) -> Counter[int]:
    """Return how many stories each of the members signs, with all names; one query."""
    members = [each.member_id for each in waiting]
    names = pen_names_visible_to(request.user).filter(member__in=members)
    counts: Counter[int] = Counter()
    for name in with_story_counts(request.user, names):
        counts[name.member_id] += name.story_count
    return counts


@require_safe
@for_archivists
def account(request: HttpRequest, unclaimed: int) -> HttpResponse:
    """Show an account, who asks for it, and the ways to give it."""
    return _account(request, _found(request, unclaimed))


@never_cache
@require_POST
@for_archivists
def hand_over(request: HttpRequest, unclaimed: int) -> HttpResponse:
    """Send the link; where no letters leave, show it, once: only its hash is kept."""
    found, form = _found(request, unclaimed), HandOver(request.POST)
    if not form.is_valid():
        return _account(request, found, hand_over=form)
    email = form.cleaned_data["email"]
    try:
        link = giving.hand_over(found, email=email, link=lambda token: _link(request, token))
    except Refusal as refusal:
        add_refusal(form, refusal)
        return _account(request, found, hand_over=form)
    if settings.MAIL.kind == "none":
        return office_page(request, "claims/link_made.html", {"unclaimed": found, "link": link})
    messages.success(request, _("The link is on its way to %s.") % email)
    return redirect("claims:account", found.pk)


def _link(request: HttpRequest, token: str) -> str:
    return absolute(request, reverse("claims:take_over", args=[token]))


@require_POST
@for_archivists
def join(request: HttpRequest, unclaimed: int) -> HttpResponse:
    """Give the names and works to a member who is here."""
    found, form = _found(request, unclaimed), Join(request.POST)
    if not form.is_valid():
        return _account(request, found, join=form)
    try:
        member = joining.join_to(found, name=form.cleaned_data["pen_name"])
    except Refusal as refusal:
        add_refusal(form, refusal)
        return _account(request, found, join=form)
    messages.success(request, _("All of it belongs to %s now.") % member)
    return redirect("claims:accounts")


@require_POST
@for_archivists
def decline(request: HttpRequest, claim: int) -> HttpResponse:
    """Say no, by letter."""
    found = get_object_or_404(claims_answered_by(request.user), pk=claim)
    asking.decline(found, contact=absolute(request, reverse("moderation:contact")))
    if settings.MAIL.kind == "none":
        messages.success(request, _("What %s asked is put away. No letter was sent.") % found.who)
    else:
        messages.success(request, _("%s gets a letter that says no.") % found.who)
    return redirect("claims:account", found.unclaimed_id)


def _found(request: HttpRequest, unclaimed: int) -> Unclaimed:
    return get_object_or_404(for_desk(unclaimed_kept_by(request.user)), pk=unclaimed)


def _account(
    request: HttpRequest,
    found: Unclaimed,
    *,
    hand_over: HandOver | None = None,
    join: Join | None = None,
) -> HttpResponse:
    """Show the page; with a form that was refused, with all that was typed."""
    asked = list(claims_answered_by(request.user).filter(unclaimed=found))
    guest = next((claim.email for claim in asked if claim.email), found.shared_address)
    member = next((claim.by.name for claim in asked if claim.by), "")
    context = {
        "unclaimed": found,
        "claims": asked,
        "letters_leave": settings.MAIL.kind != "none",
        "story_count": _story_counts(request, [found])[found.member_id],
        "hand_over": hand_over or HandOver(initial={"email": guest}, auto_id="hand-over-%s"),
        "join": join or Join(initial={"pen_name": member}, auto_id="join-%s"),
    }
    status = 422 if hand_over or join else 200
    return office_page(request, "claims/account.html", context, status=status)
