"""Closing the archive for maintenance, and opening it again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from storyhold.archive.actions import close_archive, reopen_archive
from storyhold.archive.queries import the_archive
from storyhold.web.archive.forms import ClosingForm
from storyhold.web.parts.kept import kept_fields
from storyhold.web.parts.office import for_archivists, office_page


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def closing(request: HttpRequest) -> HttpResponse:
    """Show whether the archive is closed; close it, or change what others read."""
    typed = request.POST if request.method == "POST" else kept_fields(request)
    words = the_archive().closed_words_source or _(
        "Something is being repaired. Every story is safe, and all of it will be here again soon."
    )
    form = ClosingForm(typed, initial={"words": words})
    if request.method == "POST" and form.is_valid():
        close_archive(words=form.cleaned_data["words"])
        messages.success(request, _("Everybody else reads your words now."))
        return redirect("archive:closing")
    status = 422 if request.method == "POST" else 200
    return office_page(request, "archive/closing.html", {"form": form}, status=status)


@require_POST
@for_archivists
def reopen(request: HttpRequest) -> HttpResponse:
    """Let everybody in again."""
    reopen_archive()
    messages.success(request, _("The archive is open again."))
    return redirect("archive:closing")
