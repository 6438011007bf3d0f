"""Pages that the old archive had written itself."""

from django.utils.timezone import now

from storyhold.common.tails import tail
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.pen_names import typed
from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.importers.sources.efiction.tables.links import old_links
from storyhold.pages.actions import set_foot
from storyhold.pages.models import Audience, Page
from storyhold.pages.rules import LAST_PLACE, LONGEST_SLUG, LONGEST_TITLE
from storyhold.prose.canonical import canonical_html

_ALWAYS_IN_THE_FOOT = {"copyright": LAST_PLACE}  # it stood below every page


class OwnPages:
    """Makes pages, each under its old name as far as that is free."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._slugs = set(Page.objects.values_list("slug", flat=True))
        linked = [link.page.lower() for link in old_links(desk.old.quiet) if link.page]
        self._places = _ALWAYS_IN_THE_FOOT | {
            name: min(place, LAST_PLACE) for place, name in enumerate(linked, start=1)
        }

    def bring(self, row: OldRow, name: str) -> None:
        """Make a page of a message."""
        old = row.html("message_text")
        page = Page(html=canonical_html(old, format="html"), source=typed(old))
        if page.html:
            page.foot_place = self._places.get(name.lower())
            self._make(row, name, page)
        else:
            row.say("page is empty", name=name)

    def bring_php(self, row: OldRow, name: str) -> None:
        """Make a page of a program that nobody sees but archivists, and they see its lines."""
        source = row.text("message_text")
        html = canonical_html(source, format="plain")
        self._make(row, name, Page(html=html, source=source, audience=Audience.NOBODY))
        row.say("page holds PHP", "message_text", name=name)

    def _make(self, row: OldRow, name: str, page: Page) -> None:
        number = row.whole("message_id")
        if self._desk.numbers.is_known("page", number):
            return
        page.pk = self._desk.numbers.give("page", number)
        self._desk.numbers.remember("page", name, page.pk)
        title = row.line("message_title") or name.replace("_", " ").capitalize()
        page.title = title[:LONGEST_TITLE]
        page.slug = self._slug(row, name)
        page.edited_at = now()
        self._desk.put([page])
        self._desk.shelves.afterwards(set_foot)

    def _slug(self, row: OldRow, name: str) -> str:
        wished = tail(name)[:LONGEST_SLUG] or f"page-{row.number}"
        slug, number = wished, 2
        while slug in self._slugs:
            ending = f"-{number}"
            slug, number = wished[: LONGEST_SLUG - len(ending)] + ending, number + 1
        if slug != wished:
            row.say("page has another address", name=name, slug=slug)
        self._slugs.add(slug)
        return slug
