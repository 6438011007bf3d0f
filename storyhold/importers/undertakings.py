"""Doing what was begun in the browser: a rehearsal, or the move after it."""

import time
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.timezone import now

from storyhold.common.refusal import Refusal
from storyhold.importers import incoming, moves
from storyhold.importers.models import Move, Stage, Undertaking
from storyhold.importers.verify import verify

EVERY = 1.0  # second, how far it is is written down


def carry_out(undertaking: Undertaking) -> None:
    """Do what has been begun, and write down how far it is and how it ended."""
    try:
        _do(undertaking)
    except Refusal as refusal:
        _end(undertaking, Stage.FAILED, trouble=str(refusal))
    except Exception:
        _end(undertaking, Stage.FAILED)
        raise


def report_folder(undertaking: Undertaking) -> Path:
    """Return where its reports are."""
    return Path(settings.DATA) / "moves" / str(undertaking.pk)


def _do(undertaking: Undertaking) -> None:
    wish, tell = _wish(undertaking), _written_down(undertaking)
    folder = report_folder(undertaking)
    if undertaking.stage == Stage.REHEARSING:
        moves.rehearse(wish, report_in=folder, tell=tell)
        _end(undertaking, Stage.REHEARSED)
    elif undertaking.stage == Stage.MOVING:
        report = moves.move_in(wish, report_in=folder, tell=tell)
        undertaking.move = Move.objects.get(site=report.site)
        undertaking.proof = str(verify(wish, tell=tell))
        _end(undertaking, Stage.MOVED)


def _wish(undertaking: Undertaking) -> moves.Wish:
    return moves.Wish(
        sources=[str(incoming.path_of(name)) for name in undertaking.sources],
        site_key=undertaking.site_key or None,
        charset=undertaking.charset,
        encodings=undertaking.encodings,
        zone=ZoneInfo(undertaking.zone),
        scratch=incoming.folder(),
    )


def _written_down(undertaking: Undertaking) -> Callable[[str, int, int], None]:
    said_at = 0.0

    def tell(doing: str, done: int, total: int) -> None:
        nonlocal said_at
        if time.monotonic() - said_at > EVERY:
            said_at = time.monotonic()
            Undertaking.objects.filter(pk=undertaking.pk).update(
                doing=doing[:200], done=done, total=total
            )

    return tell


def _end(undertaking: Undertaking, stage: Stage, *, trouble: str = "") -> None:
    undertaking.stage, undertaking.trouble, undertaking.ended_at = stage, trouble, now()
    undertaking.save(update_fields=["stage", "trouble", "proof", "move", "ended_at"])
