"""What is kept already by members who were here before the old archive came."""

from collections.abc import Mapping

from storyhold.bookmarks.models import Bookmark, Subscription
from storyhold.importers.models import Move, OldNumber

THINGS = ("story_id", "series_id", "author_id")


class KeptHere:
    """Knows the bookmarks or subscriptions of the accounts that old members joined."""

    def __init__(self, model: type[Bookmark | Subscription], move: Move) -> None:
        joined = OldNumber.objects.filter(move=move.pk, kind="account", was_here=True)
        self._accounts = set(joined.values_list("new", flat=True))
        rows = model.objects.filter(member__in=self._accounts)
        self._kept = {
            (account, *thing): pk
            for account, *thing, pk in rows.values_list("member_id", *THINGS, "pk")
        }

    def find(self, account: int, thing: Mapping[str, int]) -> int | None:
        """Return the number of the row that keeps it already."""
        return self._kept.get(_key(account, thing))

    def add(self, account: int, thing: Mapping[str, int], pk: int) -> None:
        """Know one more: several old members may have joined one account."""
        if account in self._accounts:
            self._kept[_key(account, thing)] = pk


def _key(account: int, thing: Mapping[str, int]) -> tuple[int | None, ...]:
    return (account, *map(thing.get, THINGS))
