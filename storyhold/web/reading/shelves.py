"""A member's shelves, and putting a story on one."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from storyhold.reading.access import progress_of
from storyhold.reading.actions.shelving import put_on_shelf
from storyhold.reading.models import Shelf
from storyhold.reading.queries import filled_shelves
from storyhold.stories.access import stories_visible_to
from storyhold.web.parts.kept import signed_in, the_member
from storyhold.web.parts.views import way_back
from storyhold.web.reading.entries import page_of
from storyhold.web.reading.forms import ShelfForm


@require_safe
@signed_in
def shelf(request: HttpRequest, shelf: str) -> HttpResponse:
    """Show what stands on one of the member's shelves, the last touched first."""
    if shelf not in Shelf.values:
        raise Http404
    context = {
        "page": page_of(request, progress_of(request.user).filter(shelf=shelf)),
        "shelves": filled_shelves(the_member(request)),
        "shelf": Shelf(shelf),
    }
    return render(request, "reading/shelf.html", context)


@require_POST
@signed_in
def put(request: HttpRequest, story: int) -> HttpResponse:
    """Move a story to a shelf, and go back to where the button was."""
    shown = get_object_or_404(stories_visible_to(request.user), pk=story)
    form = ShelfForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=422)
    chosen = Shelf(form.cleaned_data["shelf"])
    put_on_shelf(shown, chosen, by=the_member(request))
    facts = {"story": shown, "shelf": chosen.label}
    messages.success(request, _("“%(story)s” is on your shelf “%(shelf)s” now.") % facts)
    return redirect(way_back(request, otherwise=shown.get_absolute_url()))
