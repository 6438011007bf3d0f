"""The page of what is kept on a device."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from storyhold.freshness.pages import kept_for_guests


@require_safe
@kept_for_guests()
def device(request: HttpRequest) -> HttpResponse:
    """Show what is on this device; our script fills it in. Shown, too, where no page can be had."""
    return render(request, "offline/device.html")
