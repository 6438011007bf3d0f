"""A member's own account, on one page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from storyhold.accounts import actions
from storyhold.accounts.access import pen_names_editable_by
from storyhold.stories.access import invitations_to
from storyhold.web.parts.kept import signed_in, the_member


@require_safe
@signed_in
def settings(request: HttpRequest) -> HttpResponse:
    """Show pen names, address, password, age, and what waits for an answer."""
    member = request.user
    context = {
        "pen_names": pen_names_editable_by(member).order_by("-is_default", "name"),
        "invitations": invitations_to(member).select_related("story", "pen_name"),
    }
    return render(request, "people/settings.html", context)


@require_POST
@signed_in
def confirm_age(request: HttpRequest) -> HttpResponse:
    """Remember that the member is of age."""
    actions.confirm_age(the_member(request))
    return redirect("people:settings")


@require_POST
@signed_in
def take_messages(request: HttpRequest) -> HttpResponse:
    """Let other members write to this one, or not."""
    actions.take_messages(the_member(request), wanted=request.POST.get("wanted") == "yes")
    return redirect("people:settings")
