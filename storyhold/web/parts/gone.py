"""What was typed outlives what it was typed for."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

View = Callable[..., HttpResponse]


def gives_back(form_class: type[forms.Form]) -> Callable[[View], View]:
    """Give back what was typed for something that is not there any more, with the 404.

    Perhaps a co-author has deleted the chapter while it lay open here. The page holds nothing but
    what came with the request, so it tells nobody anything.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, **of_what: Any) -> HttpResponse:
            try:
                return view(request, **of_what)
            except Http404:
                typed = _typed(form_class, request)
                if not typed:
                    raise
                return render(request, "parts/gone.html", {"typed": typed}, status=404)

        return door

    return decorate


def _typed(form_class: type[forms.Form], request: HttpRequest) -> list[tuple[str, str]]:
    fields = form_class.base_fields.items()
    texts = [(field.label, request.POST.get(name, "")) for name, field in fields
             if isinstance(field, forms.CharField) and not field.widget.is_hidden]  # fmt: skip
    return [(str(label), text) for label, text in texts if text.strip()]
