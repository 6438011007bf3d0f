"""Changing and confirming one's e-mail address."""

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.core import ratelimit
from allauth.decorators import rate_limit
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.accounts import actions
from storyhold.accounts.models import Member
from storyhold.accounts.queries import address_is_confirmed, address_offered, member_with_email
from storyhold.accounts.refusals import EmailIsTaken
from storyhold.web.accounts.forms import ChangeEmail
from storyhold.web.parts.kept import kept_fields, signed_in, the_member
from storyhold.web.parts.refused import add_refusal


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@rate_limit(action="manage_email")  # type: ignore[untyped-decorator]
def email(request: HttpRequest) -> HttpResponse:
    """Show the address, and change it: at once, or where letters leave, when one is answered."""
    form = _form(request)
    if request.method == "POST" and form.is_valid():
        try:
            _change(request, form.user, form.cleaned_data["email"])
        except EmailIsTaken as refusal:
            add_refusal(form, refusal)
        else:
            return redirect("account_email")
    context = {
        "form": form,
        "offered": address_offered(form.user),
        "is_confirmed": address_is_confirmed(form.user),
        "letters_leave": _letters_leave(),
    }
    return render(request, "accounts/email.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest) -> ChangeEmail:
    member = the_member(request)
    if request.method == "POST":
        return ChangeEmail(request.POST, user=member)
    typed = kept_fields(request)
    return ChangeEmail(initial=typed.dict() if typed else None, user=member)


def _letters_leave() -> bool:
    return bool(settings.MAIL.kind != "none")


def _change(request: HttpRequest, member: Member, email: str) -> None:
    if not _letters_leave():
        actions.change_address(member, email=email)
        messages.success(request, _("Your address is now %s.") % email)
        return
    so_far = member.email
    _send_letter(request, actions.offer_address(member, email))
    told = {"user": member, "new": email}
    get_adapter().send_mail("account/email/address_change_asked", so_far, told)


def _send_letter(request: HttpRequest, address: EmailAddress) -> None:
    """Send the letter with the link; to an address that is taken, one that says so instead.

    The page answers the same in both cases, so that nobody learns here who is a member.
    """
    if not ratelimit.consume(request, action="confirm_email", key=address.email):
        messages.info(request, _("A letter went there only just now. Wait three minutes."))
        return
    owner = member_with_email(address.email)
    if owner is None or owner.pk == address.user_id:
        address.send_confirmation(request)
    else:
        get_adapter().send_mail("account/email/address_in_use", address.email, {})
    text = _("A letter is on its way to %s. Open the link in it to confirm the address.")
    messages.success(request, text % address.email)


@require_POST
@signed_in
@rate_limit(action="manage_email")  # type: ignore[untyped-decorator]
def send_again(request: HttpRequest) -> HttpResponse:
    """Send the letter once more to the address that is not confirmed."""
    own = EmailAddress.objects.filter(user=the_member(request), verified=False)
    address = own.order_by("primary").first()
    if address and _letters_leave():
        _send_letter(request, address)
    return redirect("account_email")


@require_POST
@signed_in
def take_back(request: HttpRequest) -> HttpResponse:
    """Keep the address so far; the link that was sent to another one is worth nothing now."""
    actions.take_back_offer(the_member(request))
    messages.success(request, _("Your address stays as it is."))
    return redirect("account_email")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    """Confirm an address by the link in a letter, and a click: mail programs follow links, too.

    A change of address is confirmed by its member alone: a letter to a mistyped address must not
    make a stranger the owner of the account.
    """
    confirmation = EmailConfirmationHMAC.from_key(key)
    if confirmation is None:
        return render(request, "accounts/link_is_dead.html", status=404)
    address = confirmation.email_address
    if not address.primary and request.user.pk != address.user_id:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return render(request, "accounts/link_is_dead.html", status=404)
    if request.method == "POST":
        return _confirm(request, confirmation)
    return render(request, "accounts/confirm_email.html", {"email": address.email})


def _confirm(request: HttpRequest, confirmation: EmailConfirmationHMAC) -> HttpResponse:
    member, so_far = confirmation.email_address.user, confirmation.email_address.user.email
    new = confirmation.email_address.email
    if confirmation.confirm(request):
        messages.success(request, _("Thank you. %s is confirmed.") % new)
        if new != so_far:
            told = {"user": member, "new": new}
            get_adapter().send_mail("account/email/email_changed", so_far, told)
    else:
        messages.error(request, str(EmailIsTaken(email=new)))
    return redirect("account_email" if request.user.is_authenticated else "account_login")
