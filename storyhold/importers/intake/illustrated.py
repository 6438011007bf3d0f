"""Chapters that show pictures of the old archive show them from here."""

from collections.abc import Mapping

from storyhold.common.packing import pack
from storyhold.importers.composing import ChapterMade
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.pictures import Pictures
from storyhold.importers.sources.efiction.tables.chapters import OldChapter
from storyhold.importers.sources.efiction.values.links import rewrite_links


class Illustrated:
    """Gives pictures in chapters their new addresses. Links are left: old ones lead there."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._pictures = desk, Pictures(desk)
        self._own = [desk.move.address] if desk.move.address else []

    def with_pictures(self, old: OldChapter, made: ChapterMade) -> ChapterMade:
        """Return the chapter with its pictures; what its author edits has them as well."""
        if "/images/" not in made.html.lower():
            return made
        found = rewrite_links(made.html, self._leads_to, own=self._own)
        for address in found.left:
            if "/images/" in address.lower():
                self._desk.note("picture is missing", "chapters", old.number, address=address)
        if not found.led:
            return made
        packed = pack(found.html)
        return made._replace(html=found.html, source_packed=packed, html_packed=packed)

    def _leads_to(self, script: str, parameters: Mapping[str, str]) -> str | None:
        if script != "images":
            return None
        return self._pictures.address_of(parameters["uid"], parameters["file"])
