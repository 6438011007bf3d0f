"""The shoutbox: reading, shouting, deleting, and clearing it in the office."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from storyhold.accounts.models import Member, PenName
from storyhold.common.refusal import Refusal
from storyhold.freshness.pages import kept_for_guests
from storyhold.shoutbox import actions
from storyhold.shoutbox.access import may_delete, may_shout, shouts_deletable_by
from storyhold.shoutbox.queries import latest_shouts
from storyhold.web.parts.guests import is_too_often, open_to_guests
from storyhold.web.parts.kept import kept_fields, signed_in
from storyhold.web.parts.office import for_moderators, office_page
from storyhold.web.parts.refused import add_refusal
from storyhold.web.shoutbox.forms import ClearingAway, GuestsShout, MembersShout

SHOUTS_ON_A_PAGE = 30


@require_http_methods(["GET", "HEAD", "POST"])
@kept_for_guests()
@open_to_guests
def shoutbox(request: HttpRequest) -> HttpResponse:
    """Show what was shouted, newest first, and take another."""
    form = _form(request)
    if request.method == "POST" and form.is_valid() and not is_too_often(request, "shout", form):
        guest_name = form.cleaned_data.get("guest_name", "")
        try:
            actions.shout(form.cleaned_data["text"], by=_signature(form), guest_name=guest_name)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            return redirect("shoutbox:shoutbox")
    pages = Paginator(latest_shouts(request.user), SHOUTS_ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    context = {
        "form": form if request.method == "POST" or may_shout(request.user) else None,
        "page": page,
        "shouts": [(each, may_delete(request.user, each)) for each in page],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "shoutbox/shoutbox.html", context, status=status)


def _form(request: HttpRequest) -> MembersShout | GuestsShout:
    data = request.POST if request.method == "POST" else kept_fields(request)
    if isinstance(request.user, Member):
        return MembersShout(request.user, data)
    return GuestsShout(data)


def _signature(form: MembersShout | GuestsShout) -> PenName | None:
    return form.signature if isinstance(form, MembersShout) else None


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def delete(request: HttpRequest, shout: int) -> HttpResponse:
    """Ask whether a shout should go; sent by POST, delete it."""
    deletable = shouts_deletable_by(request.user).select_related("pen_name")
    found = get_object_or_404(deletable, pk=shout)
    if request.method == "POST":
        actions.delete_shout(found)
        messages.success(request, _("It is deleted."))
        return redirect("shoutbox:shoutbox")
    return render(request, "shoutbox/delete.html", {"shout": found})


@require_http_methods(["GET", "HEAD", "POST"])
@for_moderators
def desk(request: HttpRequest) -> HttpResponse:
    """Show how much there is, and delete what is old."""
    form = ClearingAway(request.POST if request.method == "POST" else None, initial={"days": 90})
    if request.method == "POST" and form.is_valid():
        gone = actions.delete_shouts_older_than(form.cleaned_data["days"])
        said = ngettext("%d shout is deleted.", "%d shouts are deleted.", gone) % gone
        messages.success(request, said)
        return redirect("shoutbox:desk")
    context = {"form": form, "count": latest_shouts(request.user).count()}
    status = 422 if request.method == "POST" else 200
    return office_page(request, "shoutbox/desk.html", context, status=status)
