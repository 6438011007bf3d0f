"""Notes, and forgetting."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.reading.actions import forgetting
from storyhold.reading.actions.shelving import write_note
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields, signed_in, the_member
from storyhold.web.reading.entries import entry_or_404
from storyhold.web.reading.forms import NoteForm


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(NoteForm)
def note(request: HttpRequest, entry: int) -> HttpResponse:
    """Show the member's note on a story in a form, or save it."""
    found = entry_or_404(request, entry)
    data = request.POST if request.method == "POST" else kept_fields(request)
    form = NoteForm(data, initial={"note": found.note_source})
    if request.method == "POST" and form.is_valid():
        write_note(found, form.cleaned_data["note"])
        messages.success(request, _("Your note is saved. Nobody else sees it."))
        return redirect("reading:shelf", found.shelf)
    status = 422 if request.method == "POST" else 200
    return render(request, "reading/note.html", {"form": form, "entry": found}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def forget(request: HttpRequest, entry: int) -> HttpResponse:
    """Ask whether to forget a story; sent by POST, forget it."""
    found = entry_or_404(request, entry)
    if request.method == "POST":
        forgetting.forget(found)
        messages.success(request, _("“%s” is forgotten.") % found.story)
        return redirect("reading:shelf", found.shelf)
    return render(request, "reading/forget.html", {"entry": found})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def forget_all(request: HttpRequest) -> HttpResponse:
    """Ask whether to forget everything; sent by POST, forget it."""
    if request.method == "POST":
        forgetting.forget_all(the_member(request))
        messages.success(request, _("Everything is forgotten: places, shelves and notes."))
        return redirect("reading:history")
    return render(request, "reading/forget_all.html")


@require_POST
@signed_in
def remember_nothing(request: HttpRequest) -> HttpResponse:
    """Note nothing any more."""
    forgetting.remember_nothing(the_member(request))
    said = _("What you read is not noted any more, on no device. What was noted is still here.")
    messages.success(request, said)
    return redirect("reading:history")


@require_POST
@signed_in
def remember_again(request: HttpRequest) -> HttpResponse:
    """Note again where the member stops."""
    forgetting.remember_again(the_member(request))
    messages.success(request, _("From now on the archive remembers where you stop."))
    return redirect("reading:history")
