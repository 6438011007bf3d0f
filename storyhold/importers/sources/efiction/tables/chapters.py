"""Chapters with their texts, as each story has them."""

from dataclasses import dataclass
from datetime import datetime

from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.tables.texts import text_of

ORDER = ("sid", "inorder", "chapid")


@dataclass(frozen=True, slots=True, kw_only=True)
class OldChapter:
    """A chapter. `place` is where the old archive had it, `text` HTML as readers saw it.

    `text` is None where there is none anywhere. `written` is when its file was.
    """

    number: int
    story: int
    place: int
    title: str
    opening_note: str
    closing_note: str
    author: int
    is_public: bool
    views: int
    text: str | None
    written: datetime | None


class ChapterReader:
    """Hands out the chapters of one story after the other, in one pass over their table."""

    def __init__(self, site: OldSite) -> None:
        self._texts = site.texts
        self._rows = site.read("chapters", order=ORDER)
        self._next = next(self._rows, None)

    def of(self, story: int) -> list[OldRow]:
        """Return the rows of a story. Ask in the order of stories' numbers.

        Those of stories that were not asked for are kept aside: nobody else has them.
        """
        rows = []
        while self._next is not None and (of := self._next.whole("sid")) <= story:
            if of == story:
                rows.append(self._next)
            else:
                self._keep_aside(self._next)
            self._next = next(self._rows, None)
        self._say_of_places(rows)
        return rows

    def keep_rest_aside(self) -> None:
        """Keep those aside that come after the last story."""
        while self._next is not None:
            self._keep_aside(self._next)
            self._next = next(self._rows, None)

    def read(self, row: OldRow) -> OldChapter:
        """Read a row, with its text."""
        found = text_of(row, self._texts)
        return OldChapter(
            number=row.whole("chapid"),
            story=row.whole("sid"),
            place=row.whole("inorder"),
            title=row.line("title"),
            opening_note=row.html("notes"),
            closing_note=row.html("endnotes"),
            author=row.whole("uid"),
            is_public=row.whole("validated") > 0,
            views=max(row.whole("count"), 0),
            text=row.html_of(found.raw, "storytext") if found else None,
            written=found.written if found else None,
        )

    def _keep_aside(self, row: OldRow) -> None:
        found = text_of(row, self._texts)
        row.keep_aside("chapter of a story that is gone", title=row.line("title"))
        if found and found.source:
            row.keep_bytes("storytext", found.raw)

    def _say_of_places(self, rows: list[OldRow]) -> None:
        places = [row.whole("inorder") for row in rows]
        if places != list(range(1, len(rows) + 1)):
            said = ", ".join(map(str, places))
            rows[0].say("chapters renumbered", story=rows[0].whole("sid"), places=said)
