"""The files of a package, one after the other."""

import json
from collections.abc import Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

File = tuple[str, bytes]  # path within the package, content


def json_file(path: str, content: Any) -> File:
    """Return a file of JSON that people can read as well."""
    text = json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    return path, text.encode() + b"\n"


def text_file(path: str, text: str) -> File:
    """Return a file of text, in UTF-8."""
    return path, text.encode(errors="replace")


def rows_of(queryset: Any, *fields: str) -> list[dict[str, Any]]:
    """Return the rows as plain values, in the order of their ids."""
    return list(queryset.order_by("pk").values(*fields))


Files = Iterator[File]
