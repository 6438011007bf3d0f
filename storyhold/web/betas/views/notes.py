"""What authors do with notes, and what readers find of their own."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from storyhold.betas import actions
from storyhold.betas.access import notes_to
from storyhold.betas.models import Note
from storyhold.betas.queries import notes_left
from storyhold.common.refusal import Refusal
from storyhold.web.betas.forms import AnswerForm
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields, signed_in, the_member
from storyhold.web.parts.refused import add_refusal

ON_A_PAGE = 50


@require_safe
@signed_in
def my_notes(request: HttpRequest) -> HttpResponse:
    """Show the notes the member has left as a beta reader, with the answers."""
    pages = Paginator(notes_left(request.user), ON_A_PAGE)
    return render(request, "betas/my_notes.html", {"page": pages.get_page(request.GET.get("page"))})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(AnswerForm)
def answer(request: HttpRequest, note: int) -> HttpResponse:
    """Show a note with a form for the answer, or save the answer."""
    found = _note(request, note)
    data = request.POST if request.method == "POST" else kept_fields(request)
    form = AnswerForm(data, initial={"text": found.answer_source})
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_note(found, text=form.cleaned_data["text"], by=the_member(request))
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Your answer is below the note."))
            return redirect(_place_of(found))
    status = 422 if request.method == "POST" else 200
    context = {"form": form, "note": found, "back": _place_of(found)}
    return render(request, "betas/answer.html", context, status=status)


@require_POST
@signed_in
def done(request: HttpRequest, note: int) -> HttpResponse:
    """Mark a note as done."""
    found = _note(request, note)
    actions.mark_done(found)
    return redirect(_place_of(found))


@require_POST
@signed_in
def reopen(request: HttpRequest, note: int) -> HttpResponse:
    """Mark a note as not done."""
    found = _note(request, note)
    actions.mark_open(found)
    return redirect(_place_of(found))


@require_POST
@signed_in
def delete(request: HttpRequest, note: int) -> HttpResponse:
    """Remove a note."""
    found = _note(request, note)
    actions.delete_note(found)
    messages.success(request, _("The note is deleted."))
    return redirect("betas:chapter", found.chapter_id)


def _note(request: HttpRequest, pk: int) -> Note:
    with_all = ("chapter__story", "chapter__signed_by", "pen_name__member")
    return get_object_or_404(notes_to(request.user).select_related(*with_all), pk=pk)


def _place_of(note: Note) -> str:
    return f"{reverse('betas:chapter', args=[note.chapter_id])}#note-{note.pk}"
