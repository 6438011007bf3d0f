"""A member's passwords for e-readers."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.accounts.e_readers import make_reader_password, reader_passwords_of, take_away
from storyhold.common.refusal import Refusal
from storyhold.web.parts.absolute import absolute
from storyhold.web.parts.fields import Line
from storyhold.web.parts.kept import kept_fields, signed_in, the_member
from storyhold.web.parts.refused import add_refusal

LONGEST_DEVICE = 60


class DeviceForm(forms.Form):
    """What a device is called."""

    device = Line(
        label=gettext_lazy("Which device?"),
        longest=LONGEST_DEVICE,
        help_text=gettext_lazy("For you alone, to know it again: “The Kobo”, “Moon+ on my phone”."),
        error_messages={"required": gettext_lazy("Say which device it is for.")},
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def e_readers(request: HttpRequest) -> HttpResponse:
    """List the passwords; when one is made, show it, once: only its hash is kept."""
    form = DeviceForm(request.POST if request.method == "POST" else kept_fields(request))
    context: dict[str, object] = {
        "form": form,
        "passwords": reader_passwords_of(request.user),
        "catalog": absolute(request, reverse("catalogs:opds:root")),
        "catalog2": absolute(request, reverse("catalogs:opds2:root")),
    }
    if request.method == "POST" and form.is_valid():
        try:
            made, words = make_reader_password(the_member(request), **form.cleaned_data)
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            context |= {"made": made, "words": words}
            return render(request, "people/e_reader_made.html", context)
    status = 422 if request.method == "POST" else 200
    return render(request, "people/e_readers.html", context, status=status)


@require_POST
@signed_in
def take_away_password(request: HttpRequest, reader_password: int) -> HttpResponse:
    """Let a device in no longer."""
    found = get_object_or_404(reader_passwords_of(request.user), pk=reader_password)
    take_away(found)
    messages.success(request, _("“%s” gets in no longer.") % found.device)
    return redirect("people:e_readers")
