"""What members kept and followed comes in."""

from collections.abc import Iterator

from django.utils.timezone import now

from storyhold.bookmarks.models import Bookmark, Subscription
from storyhold.importers.composing import Composer, Written, written
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.kept_here import KeptHere
from storyhold.importers.sources.efiction.tables.favorites import (
    AUTHOR,
    SERIES,
    STORY,
    OldFavorite,
    favorites,
    told_of_favorites,
)

AT_ONCE = 2_000
# By the type of what was kept: its kind, and the field of a bookmark that names it.
FIELDS = {
    STORY: ("story", "story_id"),
    SERIES: ("series", "series_id"),
    AUTHOR: ("member", "author_id"),
}


def bring_favorites(desk: Desk) -> Iterator[int]:
    """Bring in favorites as bookmarks, and let who wanted to hear of them hear of them."""
    shelf, done = FavoriteShelf(desk), 0
    for part in Composer().in_parts(favorites(desk.old), AT_ONCE, written):
        for old, comment in part:
            shelf.file(old, comment)
        done += len(part)
        yield done


def bring_trackers(desk: Desk) -> Iterator[int]:
    """Bring in the stories that members followed with a module."""
    shelf = FavoriteShelf(desk)
    for row in desk.old.read("tracker"):
        shelf.follow(row.whole("uid"), STORY, row.whole("sid"))
    yield desk.old.count("tracker")


class FavoriteShelf:
    """Files favorites, each once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._told = told_of_favorites(desk.old)
        self._kept_at = desk.old.reader.now
        self._kept = KeptHere(Bookmark, desk.move)
        self._followed = KeptHere(Subscription, desk.move)

    def file(self, old: OldFavorite, comment: Written) -> None:
        """Bring a favorite in, or keep aside what leads nowhere."""
        numbers = self._desk.numbers
        if numbers.is_known("favorite", old.key):
            return
        thing = self._thing(old.type, old.item)
        account = numbers.new("account", old.member)
        if thing is None or account is None:
            old.row.keep_aside(_trouble(old, account))
            numbers.miss("favorite", old.key)
            return
        if here := self._kept.find(account, thing):
            numbers.remember("favorite", old.key, here, was_here=True)
            old.row.keep_aside("favorite was here")
        else:
            self._keep(old, account, thing, comment)
        if old.member in self._told:
            self.follow(old.member, old.type, old.item)

    def _keep(
        self, old: OldFavorite, account: int, thing: dict[str, int], comment: Written
    ) -> None:
        numbers = self._desk.numbers
        bookmark = Bookmark(
            pk=numbers.give("favorite", old.key),
            member_id=account,
            pen_name_id=numbers.of("member", old.member),
            kept_at=self._kept_at,
            **thing,
        )
        bookmark.comment_source, bookmark.comment_html = comment
        self._kept.add(account, thing, bookmark.pk)
        self._desk.put([bookmark])

    def follow(self, member: int, type_: str, item: int) -> None:
        """Subscribe a member, once."""
        numbers, key = self._desk.numbers, f"{member}:{type_}:{item}"
        thing, account = self._thing(type_, item), numbers.new("account", member)
        if not (thing and account) or numbers.is_known("subscription", key):
            return
        if here := self._followed.find(account, thing):
            numbers.remember("subscription", key, here, was_here=True)
            return
        pk = numbers.give("subscription", key)
        self._followed.add(account, thing, pk)
        row = Subscription(pk=pk, member_id=account, subscribed_at=now(), **thing)
        self._desk.put([row])

    def _thing(self, type_: str, item: int) -> dict[str, int] | None:
        kind, field = FIELDS.get(type_, ("", ""))
        number = self._desk.numbers.new(kind, item) if kind else None
        return None if number is None else {field: number}


def _trouble(old: OldFavorite, account: int | None) -> str:
    if old.type not in FIELDS:
        return "favorite of an unknown kind"
    return "favorite of nobody" if account is None else "favorite of what is gone"
