"""Who offers to read drafts."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from storyhold.accounts.access import pen_names_editable_by
from storyhold.betas.actions import offer_to_read, take_back_offer
from storyhold.betas.queries import offer_of, offers_listed
from storyhold.common.refusal import Refusal
from storyhold.freshness.pages import kept_for_guests
from storyhold.web.betas.forms import OfferForm
from storyhold.web.parts.alphabet import Letters
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields, signed_in, the_member
from storyhold.web.parts.refused import add_refusal

ON_A_PAGE = 50


@require_safe
@kept_for_guests()
def readers(request: HttpRequest) -> HttpResponse:
    """List the beta readers, by the letter their names begin with."""
    letters = Letters(request, offers_listed(request.user), key="pen_name__key")
    page = Paginator(letters.chosen, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "betas/readers.html", {"page": page, "letters": letters})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(OfferForm)
def offer(request: HttpRequest, pen_name: int) -> HttpResponse:
    """Show what this name offers to read in a form, or save it."""
    mine = get_object_or_404(pen_names_editable_by(request.user), pk=pen_name)
    offered = offer_of(mine)
    data = request.POST if request.method == "POST" else kept_fields(request)
    form = OfferForm(data, member=the_member(request), offer=offered)
    if request.method == "POST" and form.is_valid():
        try:
            offer_to_read(mine, **form.cleaned_data)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("“%s” is on the list of beta readers.") % mine.name)
            return redirect(mine)
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "pen_name": mine, "offer": offered}
    return render(request, "betas/offer.html", context, status=status)


@require_POST
@signed_in
def end_offer(request: HttpRequest, pen_name: int) -> HttpResponse:
    """Take the name off the list."""
    mine = get_object_or_404(pen_names_editable_by(request.user), pk=pen_name)
    take_back_offer(mine)
    messages.success(request, _("“%s” is not on the list of beta readers.") % mine.name)
    return redirect(mine)
