"""The answer that carries a file."""

import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from storyhold.common.refusal import Refusal
from storyhold.exporters.book import Book
from storyhold.exporters.kept import kept_file, name_of
from storyhold.exporters.known import Format
from storyhold.exporters.refusals import PressIsBusy

View = Callable[..., HttpResponseBase]

LONGEST_NAME = 120
BLOCK = 64 * 1024  # bytes handed to the server at a time
# Not in names of files on one system or another.
_UNFIT = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')


def sent(
    request: HttpRequest, book: Book, form: Format, *, inline: bool = False
) -> HttpResponseBase:
    """Return the book as a file; or, to somebody who has this very file, that it is the same."""
    name = name_of(book, form)
    etag = quote_etag(name)
    same = get_conditional_response(request, etag=etag)
    answer = same or _file(book, form, kept_file(book, form, name=name), inline=inline)
    answer["ETag"] = etag
    answer["Cache-Control"] = "private, no-cache"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _file(book: Book, form: Format, file: Path, *, inline: bool) -> HttpResponseBase:
    answer = FileResponse(
        file.open("rb"),
        as_attachment=not inline,
        filename=file_name(book, form),
        content_type=form.media_type,
    )
    answer.block_size = BLOCK
    return answer


def says_no(view: View) -> View:
    """Let a view answer a refusal with a page that says it."""

    @wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except Refusal as refusal:
            status = 503 if isinstance(refusal, PressIsBusy) else 422
            context = {"sentence": str(refusal), "back": request.path.rpartition("/")[0] + "/"}
            answer = render(request, "downloads/no.html", context, status=status)
            answer["X-Robots-Tag"] = "noindex"
            return answer

    return answered


def file_name(book: Book, form: Format) -> str:
    """Return “Ada - The Piano at Low Water.epub”."""
    words = " - ".join([*book.authors[:1], book.title])
    fit = " ".join(_UNFIT.sub(" ", words).split())[:LONGEST_NAME].strip(" .")
    return f"{fit or 'story'}.{form.ending}"
