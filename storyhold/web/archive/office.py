"""The office: where it begins, the house rules, and the stories in the window."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from storyhold.archive.actions import change_archive
from storyhold.archive.queries import the_archive
from storyhold.stories.access import stories_listed_for, stories_visible_to
from storyhold.stories.actions.featuring import feature_story, unfeature_story
from storyhold.stories.queries import for_byline
from storyhold.web.archive.forms import ChosenStory
from storyhold.web.archive.house_rules import HouseRules, rules_of
from storyhold.web.parts.kept import kept_fields
from storyhold.web.parts.office import for_archivists, for_moderators, office_page


@require_safe
@for_moderators
def office(request: HttpRequest) -> HttpResponse:
    """Show which desks there are."""
    return office_page(request, "archive/office.html", {})


@require_http_methods(["GET", "HEAD", "POST"])
@for_archivists
def rules(request: HttpRequest) -> HttpResponse:
    """Show and change the house rules."""
    typed = request.POST if request.method == "POST" else kept_fields(request)
    form = HouseRules(typed, initial=rules_of(the_archive()))
    if request.method == "POST" and form.is_valid():
        change_archive(**form.cleaned_data)
        messages.success(request, _("The house rules are saved."))
        return redirect("archive:rules")
    status = 422 if request.method == "POST" else 200
    return office_page(request, "archive/rules.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@for_moderators
def featured(request: HttpRequest) -> HttpResponse:
    """Show the featured stories, and add one."""
    form = ChosenStory(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        listed = stories_listed_for(request.user)
        story = listed.filter(pk=form.cleaned_data["story"]).first()
        if story:
            feature_story(story)
            messages.success(request, _("“%s” is featured now.") % story.title)
            return redirect("archive:featured")
        form.add_error("story", _("There is no public story at this address."))
    shown = stories_visible_to(request.user).filter(is_featured=True).order_by("title")
    context = {"form": form, "stories": for_byline(shown)}
    status = 422 if request.method == "POST" else 200
    return office_page(request, "archive/featured.html", context, status=status)


@require_POST
@for_moderators
def unfeature(request: HttpRequest, story: int) -> HttpResponse:
    """Take a story out of the window."""
    shown = stories_visible_to(request.user).filter(is_featured=True)
    taken = get_object_or_404(shown, pk=story)
    unfeature_story(taken)
    messages.success(request, _("“%s” is no longer featured.") % taken.title)
    return redirect("archive:featured")
