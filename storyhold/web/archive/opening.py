"""The page that opens an archive, once."""

from typing import Any

from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from storyhold.accounts.actions import register
from storyhold.accounts.models import Member, Role
from storyhold.archive.actions import change_archive, open_archive
from storyhold.archive.queries import the_archive
from storyhold.archive.refusals import IsSetUpAlready
from storyhold.common.refusal import Refusal
from storyhold.sample.actions import fill_archive
from storyhold.tags.actions import make_first_vocabularies
from storyhold.web.archive.forms import SetUp
from storyhold.web.parts.refused import add_refusal


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Ask what an archive needs, and open it for whoever knows the code."""
    if the_archive().is_set_up:
        raise Http404
    if request.method != "POST":
        form = SetUp(initial={"code": request.GET.get("code", "")[:100].replace("\0", "")})
        return render(request, "archive/set_up.html", {"form": form})
    form = SetUp(request.POST)
    if not ratelimit.consume(request, action="set_up"):
        form.is_valid()
        form.add_error(None, _("That was tried too often. Wait a minute, then send it again."))
        return render(request, "archive/set_up.html", {"form": form}, status=429)
    if form.is_valid():
        try:
            return _open(request, form.cleaned_data)
        except Refusal as refusal:
            add_refusal(form, refusal)
    return render(request, "archive/set_up.html", {"form": form}, status=422)


def _open(request: HttpRequest, answers: dict[str, Any]) -> HttpResponse:
    archivist = _make(answers)
    if answers["sample"] == "sample":
        fill_archive()
    # Through all of allauth's stages, like any other sign-in.
    home = reverse("home")
    answer: HttpResponse = perform_login(
        request, archivist, email_verification="none", redirect_url=home
    )
    return answer


@transaction.atomic
def _make(answers: dict[str, Any]) -> Member:
    """Make vocabularies, archivist and house rules; all of it or nothing."""
    archive = change_archive(
        name=answers["name"],
        tagline=answers["tagline"],
        registration=answers["registration"],
        guests_may_review=answers["guests_may_review"],
    )
    # Its row is ours until the end of the transaction: of two who send the form, one gets here.
    if archive.is_set_up:
        raise IsSetUpAlready
    make_first_vocabularies()
    archivist = register(
        pen_name=answers["pen_name"],
        email=answers["email"],
        password=answers["password1"],
        role=Role.ARCHIVIST,
    )
    open_archive()
    return archivist
