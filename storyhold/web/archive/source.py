"""The source of what this archive runs on, as its license promises everybody who uses it.

It is packed from the files that are running, so an archivist who changes them keeps the promise
without thinking of it.
"""

import tarfile
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

import storyhold

PACKAGE = Path(storyhold.__file__).resolve().parent
LEFT_OUT = {"__pycache__"}


@require_safe
def source(request: HttpRequest) -> FileResponse:  # noqa: ARG001 — a view's signature
    """Send the source as a .tar.gz."""
    name = f"storyhold-{storyhold.__version__}.tar.gz"
    return FileResponse(packed().open("rb"), as_attachment=True, filename=name)


@cache  # once in each process: what runs does not change while it runs
def packed() -> Path:
    """Pack the package's files into the data folder and return the file."""
    file = Path(settings.DATA) / "source.tar.gz"
    fresh = file.with_suffix(".new")
    with tarfile.open(fresh, "w:gz") as archive:
        archive.add(PACKAGE, arcname="storyhold", filter=_anonymous)
    fresh.replace(file)
    return file


def _anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo | None:
    """Leave out what was compiled here, and who on this server owns the files."""
    if LEFT_OUT & set(Path(entry.name).parts):
        return None
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry
