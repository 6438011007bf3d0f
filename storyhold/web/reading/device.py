"""What a guest's device remembers by itself, and taking it along into an account."""

from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from storyhold.freshness.pages import kept_for_guests
from storyhold.reading.actions.placing import take_along as take_places_along
from storyhold.stories.access import chapters_visible_to, stories_listed_for
from storyhold.stories.queries import chapters_listed
from storyhold.web.parts.kept import signed_in, the_member
from storyhold.web.parts.remembering import facts_of
from storyhold.web.reading.forms import DeviceForm


@require_safe
def device(request: HttpRequest) -> HttpResponse:
    """Show what this device remembers; our script fills it in."""
    return render(request, "reading/device.html")


@require_safe
@kept_for_guests(story="story")
def chapters(_request: HttpRequest, story: int) -> HttpResponse:
    """Tell our script which chapters a story has, as every guest may know."""
    guest = AnonymousUser()
    shown = get_object_or_404(stories_listed_for(guest), pk=story)
    return JsonResponse(facts_of(chapters_listed(chapters_visible_to(guest), shown)), safe=False)


@require_POST
@signed_in
def take_along(request: HttpRequest) -> HttpResponse:
    """Take what the device remembers into the account."""
    form = DeviceForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    number = take_places_along(form.cleaned_data["places"], by=the_member(request))
    said = ngettext(
        "Where you stopped in %d story is kept with your account now.",
        "Where you stopped in %d stories is kept with your account now.",
        number,
    )
    messages.success(request, said % number)
    return redirect("reading:mine")
