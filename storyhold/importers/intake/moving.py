"""Carrying out an import: step by step, each part of a step in a transaction of its own."""

from collections.abc import Callable, Iterator

from django.db import connection, transaction
from django.utils.timezone import now

from storyhold.importers.intake.desk import Desk
from storyhold.importers.intake.steps import STEPS, Step
from storyhold.importers.kinds import MODELS
from storyhold.importers.models import Mark
from storyhold.importers.traces import follow

Progress = Callable[[str, int], None]  # the step's name, and how many things of it are done


def rehearse(desk: Desk, *, tell: Progress) -> None:
    """Go through all steps as `move_in` would, and keep nothing."""
    for step in STEPS:
        for done in step.bring(desk):
            tell(step.name, done)
        desk.shelves.fill()


def move_in(desk: Desk, *, source: str, tell: Progress) -> None:
    """Bring everything in that is not here yet.

    `source` is the fingerprint of what is read: steps that are marked as done for it are left
    out, so that an import that was killed goes on where it was.
    """
    done = set(Mark.objects.filter(move=desk.move, source=source).values_list("step", flat=True))
    for step in STEPS:
        if step.name not in done:
            _carry_out(step, desk, source=source, tell=tell)
    desk.move.finished_at = now()
    desk.move.save(update_fields=["finished_at"])


def _carry_out(step: Step, desk: Desk, *, source: str, tell: Progress) -> None:
    parts = step.bring(desk)
    while (done := _next_part(parts, desk)) is not None:
        tell(step.name, done)
    Mark.objects.create(move=desk.move, source=source, step=step.name)


@transaction.atomic
def _next_part(parts: Iterator[int], desk: Desk) -> int | None:
    done = next(parts, None)
    desk.shelves.fill()
    _count_on()
    follow(desk.move)
    return done


def _count_on() -> None:
    """Let the database number what comes next above what was put with a number.

    Only PostgreSQL has to be told. It keeps what it is told when a transaction is taken back, so
    a counter never goes down: what had been deleted may then be there again.
    """
    if connection.vendor != "postgresql":
        return
    tables = sorted({model._meta.db_table for model in MODELS.values()})
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(_COUNT_ON.format(table=table) for table in tables))


_COUNT_ON = """
SELECT setval(name, greatest(highest, reached, 1), highest IS NOT NULL OR reached IS NOT NULL)
FROM (
    SELECT
        name,
        pg_sequence_last_value(name) AS reached,
        (SELECT max(id) FROM {table}) AS highest
    FROM CAST(pg_get_serial_sequence('{table}', 'id') AS regclass) AS name
) AS counted
"""
