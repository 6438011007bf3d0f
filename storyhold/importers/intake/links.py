"""Links of the old menus come in, where they led to what is not on every page anyway."""

from collections import Counter
from collections.abc import Iterator

from storyhold.importers.intake.desk import Desk
from storyhold.importers.sources.efiction.tables.links import OldLink, old_links
from storyhold.pages.actions import set_foot
from storyhold.pages.models import Audience, Link
from storyhold.pages.rules import LAST_PLACE, LONGEST_ADDRESS, LONGEST_LINK_TEXT
from storyhold.prose.addresses import link_address

# `link_access`: everybody, members, administrators.
_AUDIENCES = {0: Audience.ALL, 1: Audience.MEMBERS}


def bring_links(desk: Desk) -> Iterator[int]:
    """Bring in links to other sites and to single things; pages bring their own."""
    counts: Counter[str] = Counter()
    for link in old_links(desk.old):
        counts[link.leads] += 1
        if link.leads in ("elsewhere", "thing"):
            _bring(desk, link, place=counts.total())
        elif link.leads == "nowhere":
            link.row.say("link leads nowhere", "link_url", text=link.text, address=link.address)
    if counts["own"]:
        desk.note("links are part of every page", "pagelinks", count=counts["own"])
    yield counts.total()


def _bring(desk: Desk, link: OldLink, *, place: int) -> None:
    number, address = link.row.whole("link_id"), link_address(link.address)
    if desk.numbers.is_known("link", number):
        return
    if not address or len(address) > LONGEST_ADDRESS:
        link.row.say("link leads nowhere", "link_url", text=link.text, address=link.address)
        return
    row = Link(
        pk=desk.numbers.give("link", number),
        text=link.text[:LONGEST_LINK_TEXT],
        address=address,
        audience=_AUDIENCES.get(link.row.whole("link_access"), Audience.NOBODY),
        foot_place=min(place, LAST_PLACE),
    )
    desk.put([row])
    desk.shelves.afterwards(set_foot)
