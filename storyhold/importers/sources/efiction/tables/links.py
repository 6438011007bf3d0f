"""The links of an old site's menus: where each leads."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import parse_qs, urlsplit

from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.old_site import OldSite

Leads = Literal["page", "elsewhere", "thing", "own", "nowhere"]

# Parts of every archive, which have their own place on our pages.
_NAMES_OF_OWN_PAGES = (
    "admin authors browse challenges contact index news pollarchive archive register reviews rss"
    " search series stories toplists user viewpage viewseries viewstory viewuser"
)
_OWN_PAGES = frozenset(f"{name}.php" for name in _NAMES_OF_OWN_PAGES.split()) | {""}
_THINGS = frozenset(
    ("sid", "seriesid", "uid", "catid", "charid", "classid", "nid", "chalid", "poll", "id")
)
_PLACEHOLDER = re.compile(r"\{\w+\}")


class OldLink(NamedTuple):
    """A link. `leads` to a custom `page` by name, `elsewhere`, to one `thing` of the archive, to
    one of the program's `own` pages, or `nowhere` that is known."""

    row: OldRow
    text: str
    address: str
    leads: Leads
    page: str = ""


def old_links(site: OldSite) -> Iterator[OldLink]:
    """Yield the links in the order of their numbers."""
    home = site.quiet.settings.line("url").rstrip("/")
    for row in site.read("pagelinks", order=("link_id",)):
        yield _link(row, home)


def _link(row: OldRow, home: str) -> OldLink:
    text = row.line("link_text") or row.line("link_name")
    address = row.line("link_url")
    if home and address.startswith(f"{home}/"):
        address = address[len(home) + 1 :]
    parts = urlsplit(address)
    if parts.scheme in ("http", "https") and parts.netloc:
        return OldLink(row, text, address, "elsewhere")
    script, asked = parts.path.rpartition("/")[2].lower(), parse_qs(parts.query)
    if script == "viewpage.php" and (name := asked.get("page", [""])[0]):
        return OldLink(row, text, address, "page", page=name)
    if script not in _OWN_PAGES or _PLACEHOLDER.search(address) or parts.scheme:
        return OldLink(row, text, address, "nowhere")
    is_of_a_thing = bool(_THINGS & asked.keys())
    return OldLink(row, text, f"/{address.lstrip('/')}", "thing" if is_of_a_thing else "own")
