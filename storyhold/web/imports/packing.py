"""The packer, for those who reach the old archive by FTP alone."""

import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from storyhold.importers.packer.packer import FILE, new_code
from storyhold.importers.packer.packer import packer as packer_for
from storyhold.web.parts.office import for_archivists, office_page

_CODE = re.compile(r"[0-9a-f]{6}(?:-[0-9a-f]{6}){4}")


@require_POST
@never_cache
@for_archivists
def packer(request: HttpRequest) -> HttpResponse:
    """Show a new code, and the way to the file that it opens."""
    return office_page(request, "imports/packer.html", {"code": new_code()})


@require_POST
@never_cache
@for_archivists
def packer_file(request: HttpRequest) -> HttpResponse:
    """Hand out the PHP file that the code in the form opens."""
    code = request.POST.get("code", "")
    if not _CODE.fullmatch(code):
        return redirect("imports:desk")
    answer = HttpResponse(packer_for(code), content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{FILE}"'
    return answer
