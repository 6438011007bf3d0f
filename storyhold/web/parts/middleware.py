"""Before any page is asked."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]


class ReadAsUtf8:
    """Read every request as UTF-8, whatever encoding it names.

    All browsers send our forms so. Of the others, some cannot be read as text at all, and some make
    lone surrogates, which no database takes.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Name the encoding before anybody reads."""
        request.encoding = "utf-8"
        return self.get_response(request)
