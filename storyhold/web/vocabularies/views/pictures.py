"""The picture of a tag."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from storyhold.common.refusal import Refusal
from storyhold.tags.actions import picturing
from storyhold.web.parts.office import for_archivists
from storyhold.web.parts.refused import add_refusal
from storyhold.web.vocabularies.forms.pictures import PictureForm
from storyhold.web.vocabularies.views.tags import tag_page, the_tag


@require_POST
@for_archivists
def give_picture(request: HttpRequest, tag: int) -> HttpResponse:
    """Give a tag the picture that is sent."""
    found = the_tag(request, tag)
    form = PictureForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            picturing.give_picture(found, form.cleaned_data["picture"].read())
        except Refusal as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("“%s” has a picture now.") % found.name)
            return redirect("vocabularies:edit_tag", found.pk)
    return tag_page(request, found, picture_form=form)


@require_POST
@for_archivists
def take_picture(request: HttpRequest, tag: int) -> HttpResponse:
    """Take the picture away."""
    found = the_tag(request, tag)
    picturing.take_picture(found)
    messages.success(request, _("“%s” has no picture any more.") % found.name)
    return redirect("vocabularies:edit_tag", found.pk)
