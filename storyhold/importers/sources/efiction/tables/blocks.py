"""The blocks of an old site, with their options."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.values.php import (
    NotSerializedError,
    PhpValue,
    unserialize,
)


class OldBlock(NamedTuple):
    """A block. `status`: 0 off, 1 on all pages, 2 on the first page. Options stay bytes."""

    row: OldRow
    name: str
    title: str
    status: int
    options: Mapping[int | bytes, PhpValue]

    def option(self, name: str) -> str:
        """Return an option as text; numbers too."""
        value = self.options.get(name.encode())
        return value.decode(errors="replace") if isinstance(value, bytes) else str(value or "")

    @property
    def menu(self) -> list[str]:
        """The names of the links in a menu, in order."""
        content = self.options.get(b"content")
        names = content.values() if isinstance(content, dict) else ()
        return [name.decode(errors="replace") for name in names if isinstance(name, bytes)]


def old_blocks(site: OldSite) -> Iterator[OldBlock]:
    """Yield the blocks in the order of their numbers."""
    for row in site.read("blocks", order=("block_id",)):
        yield OldBlock(
            row,
            row.line("block_name").lower(),
            row.line("block_title"),
            row.whole("block_status"),
            _options(row),
        )


def _options(row: OldRow) -> Mapping[int | bytes, PhpValue]:
    """Return the options, read from the bytes: their lengths are counted in bytes."""
    raw = (row.row.get("block_variables") or b"").strip()
    try:
        options = unserialize(raw) if raw else {}
    except NotSerializedError:
        row.keep_aside("options of a block are damaged", name=row.line("block_name"))
        options = {}
    return options if isinstance(options, dict) else {}
