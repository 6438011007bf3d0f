"""News come in, with the comments on them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from storyhold.importers.intake.dates import Dates
from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.named_signers import NamedSigners
from storyhold.importers.intake.pen_names import typed
from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.news.models import Comment, NewsItem
from storyhold.news.rules import LONGEST_TITLE
from storyhold.prose.canonical import canonical_html, short_html
from storyhold.prose.plain_text import plain_text

AT_ONCE = 1_000


def bring_news(desk: Desk) -> Iterator[int]:
    """Bring in all news, then what was said to them."""
    signers, times = NamedSigners(desk), Dates("time")
    for row in desk.old.read("news", order=("nid",)):
        if not desk.numbers.is_known("news", row.number):
            desk.put([_item(desk, row, signers, times)])
    yield desk.old.count("news")


def _item(desk: Desk, row: OldRow, signers: NamedSigners, times: Dates) -> NewsItem:
    html, moment = row.html("story", always_breaks=True), times.of(row)
    return NewsItem(
        pk=desk.numbers.give("news", row.number),
        title=row.line("title")[:LONGEST_TITLE] or _("News"),
        source=typed(html),
        html=canonical_html(html, format="html"),
        pen_name_id=signers.by_name(row.unslashed("author")),
        published_at=moment,
        edited_at=moment,
    )


def bring_news_comments(desk: Desk) -> Iterator[int]:
    """Bring in the comments whose news are here and that say anything."""
    signers, times, done = NamedSigners(desk), Dates("time"), 0
    for done, row in enumerate(desk.old.read("comments", order=("cid",)), start=1):
        if not desk.numbers.is_known("news comment", row.number):
            _bring_comment(desk, row, signers, times)
        if done % AT_ONCE == 0:
            yield done
    yield done


def _bring_comment(desk: Desk, row: OldRow, signers: NamedSigners, times: Dates) -> None:
    item, typed_html = desk.numbers.new("news", row.whole("nid")), row.html("comment")
    html = short_html(typed_html, format="html")
    if item is None:
        row.keep_aside("comment on news that are gone", news=row.whole("nid"))
    elif not plain_text(html).strip():
        row.say("comment says nothing")
    else:
        comment = Comment(
            pk=desk.numbers.give("news comment", row.number),
            item_id=item,
            pen_name_id=_signer(row, signers),
            source=typed(typed_html),
            html=html,
            created_at=times.of(row),
        )
        desk.put([comment])


def _signer(row: OldRow, signers: NamedSigners) -> int:
    """Return who said it; before 3.0 that was a name."""
    name = row.unslashed("uname") or ("" if row.text("uid").isdecimal() else row.unslashed("uid"))
    return signers.by_name(name) if name else signers.by_number(row.whole("uid"))
