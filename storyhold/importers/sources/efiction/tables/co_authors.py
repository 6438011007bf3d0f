"""Who wrote a story with its author: a column, a table or both, depending on the version."""

from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.values import lists


class CoAuthors:
    """The table of co-authors, and how the column of stories is to be read beside it."""

    def __init__(self, site: OldSite) -> None:
        self._of: dict[int, list[int]] = {}
        for row in site.read("coauthors"):
            self._of.setdefault(row.whole("sid"), []).append(row.whole("uid"))
        # 3.4 brought both: without the table, a site that has the column is as new.
        self._has_table = site.has("coauthors") or site.tables.has_column("authorprefs", "stories")
        self._say_of_lost(site)

    def of(self, story: OldRow) -> tuple[int, ...]:
        """Return the members who wrote a story with its author, each once."""
        from_table = self._of.get(story.whole("sid"), [])
        column = story.text("coauthors").strip()
        listed = [] if self._is_flag(column) else list(lists.numbers(column))
        if column == "1" and self._has_table and not from_table:
            story.say("co-author flag without co-authors")
        author = story.whole("uid")
        return tuple(
            dict.fromkeys(uid for uid in [*listed, *from_table] if uid > 0 and uid != author)
        )

    def _is_flag(self, column: str) -> bool:
        return column == "1" and self._has_table

    def _say_of_lost(self, site: OldSite) -> None:
        """Say which rows are of stories that are gone."""
        if not self._of:
            return
        known = site.ids("stories", "sid")
        for row in site.read("coauthors"):
            if row.whole("sid") not in known:
                row.keep_aside("co-author of a story that is gone")
