"""Writing together."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from storyhold.accounts.models import PenName
from storyhold.accounts.queries import pen_names_like
from storyhold.accounts.rules import LONGEST_NAME
from storyhold.common.refusal import Refusal
from storyhold.prose.one_line import one_line
from storyhold.stories.access import invitations_to, invitations_withdrawable_by
from storyhold.stories.actions import authorship
from storyhold.stories.models import Story
from storyhold.stories.queries import signature_of
from storyhold.web.desk.doors import my_story, the_member
from storyhold.web.desk.forms import InviteForm, SignatureForm
from storyhold.web.desk.words import say, say_of_story
from storyhold.web.parts.kept import kept_fields, signed_in
from storyhold.web.parts.refused import add_refusal

MOST_NAMESAKES = 20


@signed_in
def authors(request: HttpRequest, story: int) -> HttpResponse:
    """Show who signs the story and who is invited to; or invite somebody."""
    found = my_story(request, story)
    if request.method != "POST":
        return _page(request, found, InviteForm(kept_fields(request)))
    form = InviteForm(request.POST)
    if form.is_valid():
        try:
            invited = authorship.invite_co_author(found, name=form.cleaned_data["pen_name"])
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            sentence = _(
                "%s is invited, and finds the invitation on their desk. They can read the story "
                "now, and change it once they accept."
            )
            say(request, sentence % invited.pen_name.name)
            return redirect("desk:authors", found.pk)
    return _page(request, found, form, status=422)


@signed_in
@require_POST
def sign(request: HttpRequest, story: int) -> HttpResponse:
    """Sign the story with another of the member's pen names."""
    found = my_story(request, story)
    member = the_member(request)
    form = SignatureForm(request.POST, member=member)
    if not form.is_valid():
        messages.error(request, _("Choose one of your pen names. Nothing was changed."))
        return redirect("desk:authors", found.pk)
    authorship.sign_with(found, old=signature_of(member, found), new=form.pen_name())
    say_of_story(request, _("You sign it as %s.") % form.pen_name().name, found)
    return redirect("desk:authors", found.pk)


@signed_in
def leave(request: HttpRequest, story: int) -> HttpResponse:
    """Ask; then take the member's name off the story."""
    found = my_story(request, story)
    if request.method != "POST":
        return render(request, "desk/leave.html", {"story": found})
    try:
        authorship.leave_story(found, pen_name=signature_of(the_member(request), found))
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:authors", found.pk)
    say(request, _("Your name is taken off “%s”. Its other authors keep it.") % found.title)
    return redirect("desk:mine")


@signed_in
@require_POST
def accept(request: HttpRequest, invitation: int) -> HttpResponse:
    """Become an author of the story."""
    offered = invitations_to(request.user).select_related("story", "pen_name")
    found = get_object_or_404(offered, pk=invitation)
    try:
        authorship.accept_co_authorship(found)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("desk:invitations")
    done = _("You sign “%(title)s” as %(name)s.")
    sentence = done % {"title": found.story.title, "name": found.pen_name.name}
    say_of_story(request, sentence, found.story)
    return redirect("desk:story", found.story_id)


@signed_in
@require_POST
def decline(request: HttpRequest, invitation: int) -> HttpResponse:
    """Turn an invitation down."""
    offered = invitations_to(request.user).select_related("story")
    found = get_object_or_404(offered, pk=invitation)
    authorship.decline_co_authorship(found)
    say(request, _("You have declined to write “%s”. Its authors were not told.") % found.story)
    return redirect("desk:invitations")


@signed_in
@require_POST
def withdraw(request: HttpRequest, invitation: int) -> HttpResponse:
    """Take back an invitation that was not answered yet."""
    made = invitations_withdrawable_by(request.user).select_related("pen_name")
    found = get_object_or_404(made, pk=invitation)
    authorship.decline_co_authorship(found)
    say(request, _("%s is not invited any more.") % found.pen_name.name)
    return redirect("desk:authors", found.story_id)


def _namesakes(story: Story, form: InviteForm) -> list[PenName]:
    """Return whom a name that is nobody's may have meant, but for those who sign already."""
    typed = one_line(form["pen_name"].value() or "")[:LONGEST_NAME]
    if not form.errors or not typed:
        return []
    return list(pen_names_like(typed).exclude(authorships__story=story)[:MOST_NAMESAKES])


def _page(
    request: HttpRequest, story: Story, form: InviteForm, *, status: int = 200
) -> HttpResponse:
    member = the_member(request)
    mine = signature_of(member, story)
    made = invitations_withdrawable_by(request.user).filter(story=story)
    context = {
        "story": story,
        "form": form,
        "signature": SignatureForm(member=member, initial={"signature": str(mine.pk)}),
        "mine": mine,
        "namesakes": _namesakes(story, form),
        "invitations": made.select_related("pen_name"),
    }
    return render(request, "desk/authors.html", context, status=status)
