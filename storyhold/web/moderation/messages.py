"""Messages between members."""

from typing import Any

from django.contrib import messages as notices
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from storyhold.common.refusal import Refusal
from storyhold.moderation.access import messages_to, pen_names_reachable_by
from storyhold.moderation.actions.messages import delete_message, send_message
from storyhold.moderation.queries import with_names
from storyhold.moderation.rules import LONGEST_SUBJECT
from storyhold.web.moderation.forms import MessageForm
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.guests import is_too_often
from storyhold.web.parts.kept import kept_fields, signed_in, the_member
from storyhold.web.parts.refused import add_refusal

ON_A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@gives_back(MessageForm)
def write(request: HttpRequest, pen_name: int) -> HttpResponse:
    """Show the form for a message to a member, or send it; `?answer=5` answers message 5."""
    to = get_object_or_404(pen_names_reachable_by(request.user), pk=pen_name)
    data = request.POST if request.method == "POST" else kept_fields(request)
    form = MessageForm(the_member(request), data, initial=_answering(request))
    if request.method == "POST" and form.is_valid() and not is_too_often(request, "message", form):
        typed = form.cleaned_data
        try:
            send_message(
                to,
                by=form.signature,
                subject=typed["subject"],
                text=typed["text"],
                show_address=typed["show_address"],
            )
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            notices.success(request, _("Your message is on its way to %s.") % to.name)
            return redirect(to)
    status = 422 if request.method == "POST" else 200
    return render(request, "moderation/write.html", {"form": form, "to": to}, status=status)


def _answering(request: HttpRequest) -> dict[str, Any]:
    """Return subject and signature of an answer to the message that the address names."""
    asked = request.GET.get("answer", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 19):
        return {}
    message = messages_to(request.user).filter(pk=asked).first()
    if message is None:
        return {}
    subject = message.subject if message.subject.startswith("Re:") else f"Re: {message.subject}"
    return {"subject": subject[:LONGEST_SUBJECT], "pen_name": message.recipient_id}


@never_cache
@require_safe
@signed_in
def list_messages(request: HttpRequest) -> HttpResponse:
    """List what others wrote to this member, newest first."""
    pages = Paginator(with_names(messages_to(request.user)), ON_A_PAGE)
    context = {"page": pages.get_page(request.GET.get("page"))}
    return render(request, "moderation/messages.html", context)


@never_cache
@require_safe
@signed_in
def message(request: HttpRequest, message: int) -> HttpResponse:
    """Show a message, and the way to answer it."""
    mine = get_object_or_404(with_names(messages_to(request.user)), pk=message)
    may_answer = pen_names_reachable_by(request.user).filter(pk=mine.sender_id).exists()
    context = {"message": mine, "may_answer": may_answer}
    return render(request, "moderation/message.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def delete(request: HttpRequest, message: int) -> HttpResponse:
    """Ask whether a message should go; sent by POST, delete it."""
    mine = get_object_or_404(with_names(messages_to(request.user)), pk=message)
    if request.method == "POST":
        delete_message(mine)
        notices.success(request, _("The message is deleted."))
        return redirect("moderation:messages")
    return render(request, "moderation/delete_message.html", {"message": mine})
