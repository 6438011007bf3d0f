"""What becomes of an old address."""

from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from storyhold.importers.addresses.catalogue import Catalogue
from storyhold.importers.addresses.finding import Visit, folder_of, moves_at
from storyhold.importers.addresses.outcomes import Leads, Outcome, leads
from storyhold.importers.addresses.pages import (
    files,
    lists,
    members,
    others,
    people,
    reviews,
    series,
    stories,
)
from storyhold.importers.addresses.reading import OldAddress, read_address
from storyhold.importers.models import Move

Page = Callable[[Visit], Outcome]

SCRIPTS: dict[str, Page] = {
    **stories.SCRIPTS,
    **series.SCRIPTS,
    **people.SCRIPTS,
    **lists.SCRIPTS,
    **reviews.SCRIPTS,
    **members.SCRIPTS,
    **others.SCRIPTS,
}
# Scripts whose names say nothing without the folder they are in.
IN_FOLDERS: dict[tuple[str, str], Page] = {
    ("shoutbox", "archive"): lambda _visit: leads("shoutbox:shoutbox"),
}
MODULES: dict[str, Page] = {"recommendations": others.recommendations}


class OldAddresses:
    """The addresses of all archives that moved in, as a viewer may follow them.

    Knowing which archives moved in costs one query; each address one or two, rarely four.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._moves = list(Move.objects.order_by("pk"))

    def where(self, path: str, query: str = "") -> Outcome:
        """Return where this leads; the path is unquoted, the query as it came."""
        return self._where(read_address(path, query)) if self._moves else None

    def _where(self, address: OldAddress) -> Outcome:
        visit = Visit(address, moves_at(address.folder, self._moves), self._catalogue)
        if address.script == "contact":
            return self._contact(address)
        page = _page_of(address)
        return page(visit) if page else files.file_or_folder(visit)

    def _contact(self, address: OldAddress) -> Outcome:
        """Lead to the report of a page, named by where it is now; else to a letter."""
        url = address.word("url")
        if address.choice("action") != "report" or not url:
            return leads("moderation:contact")
        reported = _reported(url)
        known = self._where(reported) if reported and reported.script != "contact" else None
        asking = [("path", known.to.partition("#")[0])] if isinstance(known, Leads) else []
        return leads("moderation:report_page", asking=asking)


def is_old_home(path: str) -> bool:
    """Whether this is the folder in which an archive was that moved in; one query."""
    folder = list(read_address(path).folder)
    return any(folder == folder_of(move) for move in Move.objects.all())


def _page_of(address: OldAddress) -> Page | None:
    folder = address.folder[-1] if address.folder else ""
    page = IN_FOLDERS.get((folder, address.script)) or SCRIPTS.get(address.script)
    if page or not address.script or "modules" not in address.folder:
        return page
    return MODULES.get(folder, others.module)


def _reported(url: str) -> OldAddress | None:
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return read_address(unquote(parts.path, errors="replace"), parts.query)
