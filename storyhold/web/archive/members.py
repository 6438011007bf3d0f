"""The office's desk for members."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from storyhold.accounts.access import members_bannable_by, members_governed_by, members_visible_to
from storyhold.accounts.actions import change_standing, reset_key, trust_member
from storyhold.accounts.models import Member
from storyhold.accounts.queries import members_matching, with_pen_names
from storyhold.accounts.refusals import LastArchivist
from storyhold.web.archive.forms import NewRole, Search, Trusting
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.office import for_archivists, for_moderators, office_page

PER_PAGE = 50


@require_safe
@for_moderators
def members(request: HttpRequest) -> HttpResponse:
    """List the members, or those whose name matches; to an archivist with their addresses."""
    form = Search(request.GET)
    found = members_visible_to(request.user)
    if form.is_valid() and form.cleaned_data["q"]:
        found = members_matching(found, form.cleaned_data["q"], by_email=_sees_addresses(request))
    listed = with_pen_names(found.order_by("-joined_at", "-pk"))
    page = Paginator(listed, PER_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "sees_addresses": _sees_addresses(request)}
    return office_page(request, "archive/members.html", context)


def _sees_addresses(request: HttpRequest) -> bool:
    return isinstance(request.user, Member) and request.user.is_archivist


@require_safe
@for_moderators
def member(request: HttpRequest, member: int) -> HttpResponse:
    """Show a member, and what this viewer may do about them."""
    shown = get_object_or_404(with_pen_names(members_visible_to(request.user)), pk=member)
    governed = members_governed_by(request.user).filter(pk=shown.pk).exists()
    context = {
        "member": shown,
        "role_form": NewRole(initial={"role": shown.role}) if governed else None,
        "trust_form": Trusting(initial=model_to_dict(shown, Trusting.base_fields)),
        "may_ban": members_bannable_by(request.user).filter(pk=shown.pk).exists(),
        "sees_addresses": _sees_addresses(request),
    }
    return office_page(request, "archive/member.html", context)


@require_POST
@for_archivists
def change_role(request: HttpRequest, member: int) -> HttpResponse:
    """Trust a member with more, or with less."""
    trusted = get_object_or_404(members_governed_by(request.user), pk=member)
    form = NewRole(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose one of the roles. Nothing was changed."))
    else:
        _stand(request, trusted, role=form.cleaned_data["role"], is_active=trusted.is_active)
    gave_up_the_keys = trusted.pk == request.user.pk and not trusted.is_moderator
    return redirect("home") if gave_up_the_keys else redirect("archive:member", trusted.pk)


@require_POST
@for_moderators
def trust(request: HttpRequest, member: int) -> HttpResponse:
    """Let a member's work wait for nobody, and come in at any time; or not any more."""
    trusted = get_object_or_404(members_visible_to(request.user), pk=member)
    form = Trusting(request.POST)
    if form.is_valid():
        trust_member(trusted, **form.cleaned_data)
        messages.success(request, _("Saved."))
    return redirect("archive:member", trusted.pk)


@require_POST
@for_moderators
def ban(request: HttpRequest, member: int) -> HttpResponse:
    """Shut a member out; their stories stay."""
    banned = get_object_or_404(members_bannable_by(request.user), pk=member)
    _stand(request, banned, role=banned.role, is_active=False)
    return redirect("archive:member", banned.pk)


@require_POST
@for_moderators
def let_in(request: HttpRequest, member: int) -> HttpResponse:
    """Let a banned member in again."""
    pardoned = get_object_or_404(members_bannable_by(request.user), pk=member)
    _stand(request, pardoned, role=pardoned.role, is_active=True)
    return redirect("archive:member", pardoned.pk)


def _stand(request: HttpRequest, member: Member, *, role: str, is_active: bool) -> None:
    try:
        change_standing(member, role=role, is_active=is_active)
    except LastArchivist as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Saved."))


@require_POST
@never_cache
@for_archivists
def make_password_link(request: HttpRequest, member: int) -> HttpResponse:
    """Make a one-time link with which the member chooses a new password, and show it, once."""
    forgetful = get_object_or_404(members_governed_by(request.user), pk=member)
    path = reverse("account_reset_password_from_key", args=reset_key(forgetful))
    context = {"member": forgetful, "link": absolute(request, path)}
    return office_page(request, "archive/password_link.html", context)
