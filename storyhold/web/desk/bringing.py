"""A text that comes as a file goes into the form first, where its author looks it over."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from storyhold.common.refusal import Refusal
from storyhold.stories.files import TextFromFile, text_from_file
from storyhold.web.desk.forms import ChapterForm
from storyhold.web.parts.refused import add_refusal

View = Callable[..., HttpResponseBase]


def file_first(go_on: View) -> Callable[[View], View]:
    """Lead whoever sends a file back to the form with it, whichever button they pressed."""

    def decorate(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, **of_what: Any) -> HttpResponseBase:
            return (go_on if request.FILES.get("file") else view)(request, **of_what)

        return door

    return decorate


def take_file(request: HttpRequest, form: ChapterForm) -> int:
    """Put the text of the file, if there is one, into the form. Return the status of the page."""
    file = request.FILES.get("file")
    if file is None:
        return 200
    language = request.POST.get("language") or form.written_in
    try:
        brought = text_from_file(file.name or "", file.read(), language=language)
    except Refusal as refusal:
        form.is_valid()
        add_refusal(form, refusal)
        return 422
    form.take(brought)
    _say_what_was_read(request, brought)
    return 200


def _say_what_was_read(request: HttpRequest, brought: TextFromFile) -> None:
    here = _("The text of “%s” is in the form now. Nothing is saved yet: look it over.")
    messages.info(request, here % brought.name)
    if brought.encoding:
        doubt = _("It is not in UTF-8: it was read as %s. If letters look wrong, save it as UTF-8.")
        messages.warning(request, doubt % brought.encoding)
