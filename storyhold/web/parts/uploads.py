"""Files that come with a form."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import MemoryFileUploadHandler


class FilesInMemory(MemoryFileUploadHandler):
    """Takes files as large as a form may be, and never writes one to the disk.

    Django's limit on forms leaves files out, and its own handlers write them to a temporary folder
    before any page is asked: anybody could fill the disk, on an address that takes no files.
    """

    def handle_raw_input(
        self,
        input_data: Any,  # noqa: ARG002 — Django's signature
        META: Mapping[str, str],  # noqa: N803, ARG002
        content_length: int,
        boundary: Any,  # noqa: ARG002 — bytes, although the stubs say str
        encoding: str | None = None,  # noqa: ARG002
    ) -> None:
        """Refuse the whole form when it is too long, before any of it is read."""
        if content_length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise RequestDataTooBig
        self.activated = True
