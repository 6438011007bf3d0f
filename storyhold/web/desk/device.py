"""The copy that a browser keeps of a text not yet saved; `static/js/desk.js` is the other half."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse

SAVED = "storyhold_saved"  # a cookie that our script reads and removes
LASTS = 60  # seconds


def copy_key(request: HttpRequest, form_page: str) -> str:
    """Return the name of the copy: one for each form of each member who uses the browser."""
    return f"{request.user.pk}:{form_page}"


def saved(response: HttpResponse, request: HttpRequest, form_page: str) -> HttpResponse:
    """Let the browser forget its copy of that form: the archive has it now."""
    key = quote(copy_key(request, form_page), safe="")
    response.set_cookie(
        SAVED, key, max_age=LASTS, path="/desk/", samesite="Lax", secure=request.is_secure()
    )
    return response
