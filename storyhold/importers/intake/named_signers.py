"""Pen names for what old rows sign with a name alone, or with the number of nobody."""

from django.utils.translation import gettext as _

from storyhold.accounts.rules import name_key
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.former import FormerMembers
from storyhold.importers.sources.efiction.values.titles import title_of

NOBODY = 0  # the number of whoever was deleted


class NamedSigners:
    """Finds who signed. One for each step."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._former = FormerMembers(desk)
        self._by_name: dict[str, set[int]] = {}
        for row in desk.old.quiet.read("authors"):
            self._by_name.setdefault(name_key(row.line("penname")), set()).add(row.whole("uid"))

    def by_number(self, uid: int) -> int:
        """Return the pen name of a member; a single one stands for all who were deleted."""
        if uid > NOBODY:
            return self._former.pen_name(uid)
        return self._former.pen_name(NOBODY, name=_("A former member"))

    def by_name(self, stored: str) -> int:
        """Return the pen name of the only member of this name, or one for this name alone."""
        name = title_of(stored)
        uids = self._by_name.get(name_key(name), set())
        if len(uids) == 1:
            return self._former.pen_name(next(iter(uids)))
        return (
            self._former.pen_name(f"name:{name_key(name)}"[:100], name=name)
            if name
            else (self.by_number(NOBODY))
        )
