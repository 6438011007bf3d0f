"""Choosing what one is told of, and how."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from storyhold.accounts.models import Member
from storyhold.accounts.queries import address_is_confirmed
from storyhold.notices import wishes
from storyhold.notices.queries import choices_of, news_is_mailed, wants_no_mail
from storyhold.web.notices.forms import NO_MAIL, ChoicesForm
from storyhold.web.parts.kept import kept_fields, signed_in, the_member


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def choices(request: HttpRequest) -> HttpResponse:
    """Show and change in which way the member is told of each kind of news."""
    member, by_mail = the_member(request), news_is_mailed()
    form = ChoicesForm(
        request.POST if request.method == "POST" else kept_fields(request),
        chosen=choices_of(member),
        no_mail=wants_no_mail(member),
        by_mail=by_mail,
    )
    if request.method == "POST" and form.is_valid():
        _save(member, form)
        messages.success(request, _("Your choices are saved."))
        return redirect("notices:choices")
    context = {
        "form": form,
        "by_mail": by_mail,
        "is_confirmed": not by_mail or address_is_confirmed(member),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "notices/choices.html", context, status=status)


@transaction.atomic
def _save(member: Member, form: ChoicesForm) -> None:
    wishes.choose(member, form.changed_kinds)
    if NO_MAIL in form.changed_data:
        change = wishes.stop_all_mail if form.cleaned_data[NO_MAIL] else wishes.allow_mail
        change(member)
