"""How members liked things, in our words."""

from collections.abc import Iterator

from storyhold.accounts.models import Member
from storyhold.importers.sources.efiction.old_site import OldSite
from storyhold.importers.sources.efiction.tables.members import OldPreferences
from storyhold.notices.kinds import KINDS, How
from storyhold.notices.models import Wish

_OF_FAVORITES = ("new_story", "new_chapter", "series_story")


def wishes(member: Member, old: OldPreferences) -> Iterator[Wish]:
    """Yield how the member is to be told: by mail what came by mail, here what did not."""
    came_by_mail = {"review": old.mail_reviews, "reply": old.mail_answers}
    for kind in ("review", "reply", *_OF_FAVORITES):
        if not came_by_mail.get(kind, old.mail_favorites) and KINDS[kind].usual != How.HERE:
            yield Wish(member=member, kind=kind, how=How.HERE)


class Likings:
    """Knows what the old site showed unless a member wished it otherwise."""

    def __init__(self, site: OldSite) -> None:
        self._newest_first = site.settings.flag("defaultsort")
        self._contents_first = site.settings.flag("displayindex")

    def choices(self, old: OldPreferences) -> dict[str, str]:
        """Return in what the member differed from the site; the names are those of `look`."""
        chosen = {}
        if old.newest_first not in (None, self._newest_first):
            chosen["sort"] = "updated" if old.newest_first else "title"
        if old.contents_first not in (None, self._contents_first):
            chosen["contents"] = "contents" if old.contents_first else "text"
        return chosen
