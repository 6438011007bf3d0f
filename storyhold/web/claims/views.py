"""Asking for an account, and taking over one that was given."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from storyhold.accounts.models import Member, PenName
from storyhold.claims.access import pen_names_to_claim
from storyhold.claims.actions.asking import ask_for
from storyhold.claims.actions.giving import take_over as take
from storyhold.claims.queries import good_handover
from storyhold.claims.refusals import LinkIsNoGood
from storyhold.common.refusal import Refusal
from storyhold.web.claims.forms import GuestsClaim, MembersClaim, TakeOver
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.guests import is_too_often, open_to_guests
from storyhold.web.parts.kept import kept_fields
from storyhold.web.parts.refused import add_refusal


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_guests
@gives_back(GuestsClaim)
def ask(request: HttpRequest, pen_name: int) -> HttpResponse:
    """Show the form of “Is this you?”, or send it to the archivists."""
    claimed = get_object_or_404(pen_names_to_claim(request.user), pk=pen_name)
    form: MembersClaim | GuestsClaim
    if isinstance(request.user, Member):
        form = MembersClaim(request.user, _typed(request))
    else:
        form = GuestsClaim(_typed(request))
    if request.method == "POST" and form.is_valid() and not is_too_often(request, "claim", form):
        typed = form.cleaned_data
        by = form.signature if isinstance(form, MembersClaim) else None
        try:
            ask_for(
                claimed.member.unclaimed, words=typed["words"], by=by, email=typed.get("email", "")
            )
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return _thank(request, claimed)
    return render(
        request, "claims/ask.html", {"form": form, "claimed": claimed}, status=_status(request)
    )


def _thank(request: HttpRequest, claimed: PenName) -> HttpResponse:
    messages.success(request, _("The archivists have it, and will answer by letter."))
    return redirect(claimed)


def _typed(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else kept_fields(request)


def _status(request: HttpRequest) -> int:
    return 422 if request.method == "POST" else 200


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_over(request: HttpRequest, handover_token: str) -> HttpResponse:
    """Let whoever has the link choose a password and an address."""
    handover = good_handover(handover_token)
    if handover is None:
        return render(request, "claims/no_good.html", status=404)
    form = TakeOver(request.POST or None, initial={"email": handover.email})
    if request.method == "POST" and form.is_valid():
        try:
            member = take(
                handover_token,
                email=form.cleaned_data["email"],
                password=form.cleaned_data["password1"],
            )
        except LinkIsNoGood:
            return render(request, "claims/no_good.html", status=404)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            text = _("The account is yours, %s. Sign in with the password you have chosen.")
            messages.success(request, text % member)
            return redirect("account_login")
    context = {"form": form, "member": handover.unclaimed.member}
    return render(request, "claims/take_over.html", context, status=_status(request))
