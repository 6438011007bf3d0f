"""Beginning an import in the browser: first a rehearsal, then the move."""

from collections.abc import Mapping, Sequence

from django.db import IntegrityError, transaction

from storyhold.importers import incoming
from storyhold.importers.jobs import carry_out_undertaking
from storyhold.importers.models import Stage, Undertaking
from storyhold.importers.refusals import AnotherIsRunning, NotRehearsed


def begin(
    names: Sequence[str],
    *,
    site_key: str = "",
    charset: str = "",
    encodings: Mapping[str, str] | None = None,
    zone: str = "UTC",
) -> Undertaking:
    """Begin to rehearse what lies in the folder for what comes in.

    Raises `FileIsNotThere` and `AnotherIsRunning`.
    """
    for name in names:
        incoming.path_of(name)
    undertaking = Undertaking(
        sources=list(names),
        site_key=site_key,
        charset=charset,
        encodings=dict(encodings or {}),
        zone=zone,
    )
    return _start(undertaking, Stage.REHEARSING)


def go_on(undertaking: Undertaking) -> Undertaking:
    """Begin to move in what was rehearsed. Raises `NotRehearsed` and `AnotherIsRunning`."""
    undertaking.refresh_from_db()
    if undertaking.stage not in (Stage.REHEARSED, Stage.FAILED):
        raise NotRehearsed
    return _start(undertaking, Stage.MOVING)


def _start(undertaking: Undertaking, stage: Stage) -> Undertaking:
    undertaking.stage, undertaking.trouble, undertaking.ended_at = stage, "", None
    undertaking.doing, undertaking.done, undertaking.total = "", 0, 0
    try:
        with transaction.atomic():
            undertaking.save()
            carry_out_undertaking.enqueue(undertaking.pk)
    except IntegrityError as another:
        raise AnotherIsRunning from another
    return undertaking
