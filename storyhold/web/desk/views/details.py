"""What a story is: title, summary, language, rating, tags."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from storyhold.common.refusal import Refusal
from storyhold.stories.actions.writing import change_details
from storyhold.stories.models import Story
from storyhold.web.desk.device import copy_key, saved
from storyhold.web.desk.doors import my_story
from storyhold.web.desk.forms import DetailsForm
from storyhold.web.desk.words import say_of_story
from storyhold.web.parts.gone import gives_back
from storyhold.web.parts.kept import kept_fields, signed_in
from storyhold.web.parts.refused import add_refusal


@signed_in
@gives_back(DetailsForm)
def details(request: HttpRequest, story: int) -> HttpResponse:
    """Show what the authors say about the story; or save it."""
    found = my_story(request, story)
    if request.method == "POST":
        return _save(request, found)
    return _page(request, found, DetailsForm(kept_fields(request), story=found))


def _save(request: HttpRequest, story: Story) -> HttpResponse:
    form = DetailsForm(request.POST, story=story)
    if form.is_valid():
        try:
            story = change_details(story, form.details())
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            say_of_story(request, _("The details of “%s” are saved.") % story.title, story)
            here = reverse("desk:details", args=[story.pk])
            return saved(redirect("desk:story", story.pk), request, here)
    return _page(request, my_story(request, story.pk), form, status=422)


def _page(
    request: HttpRequest, story: Story, form: DetailsForm, *, status: int = 200
) -> HttpResponse:
    here = reverse("desk:details", args=[story.pk])
    context = {
        "story": story,
        "form": form,
        "form_page": here,
        "copy_key": copy_key(request, here),
    }
    return render(request, "desk/details.html", context, status=status)
