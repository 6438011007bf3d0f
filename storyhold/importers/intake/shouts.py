"""Shouts come in."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from storyhold.importers.intake.dates import Dates
from storyhold.importers.intake.desk import Desk
from storyhold.importers.sources.efiction.old_row import OldRow
from storyhold.shoutbox.models import Shout
from storyhold.shoutbox.rules import LONGEST_NAME, LONGEST_SHOUT

AT_ONCE = 1_000


def bring_shouts(desk: Desk) -> Iterator[int]:
    """Bring in everything that was shouted."""
    times, done = Dates("shout_datestamp"), 0
    for done, row in enumerate(desk.old.read("shoutbox", order=("shout_id",)), start=1):
        if not desk.numbers.is_known("shout", row.number):
            _bring(desk, row, times)
        if done % AT_ONCE == 0:
            yield done
    yield done


def _bring(desk: Desk, row: OldRow, times: Dates) -> None:
    text = row.line("shout_message")[:LONGEST_SHOUT]
    if not text:
        row.keep_aside("shout says nothing")
        return
    pen_name, guest_name = _signer(desk, row)
    shout = Shout(
        pk=desk.numbers.give("shout", row.number),
        pen_name_id=pen_name,
        guest_name=guest_name,
        text=text,
        shouted_at=times.of(row),
    )
    desk.put([shout])


def _signer(desk: Desk, row: OldRow) -> tuple[int | None, str]:
    """Return the pen name of a member, or the name that a guest gave."""
    name = row.line("shout_name")
    if not name.isdecimal():
        return None, name[:LONGEST_NAME] or _("A guest")
    pen_name = desk.numbers.new("member", int(name))
    return pen_name, "" if pen_name else _("A former member")
