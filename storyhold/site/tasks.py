"""Tasks that wait in the database: doing them, and looking after those that went wrong."""

import logging
import os
import socket
from datetime import timedelta
from typing import Any, TypeAlias

from django.db.models import QuerySet
from django.utils.timezone import now
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

# A row of the table: a task that waits, runs or is done.
Result: TypeAlias = DBTaskResult[..., Any]

log = logging.getLogger(__name__)

# On another machine we cannot look: after this time its worker is gone, as our tasks are short.
LONGEST_TASK = timedelta(minutes=30)
# After so many starts a task is what kills its workers.
MOST_STARTS = 3
KEEP_SUCCESSFUL, KEEP_FAILED = timedelta(days=1), timedelta(days=30)


class AbandonedError(RuntimeError):
    """The task was started several times, and each time its worker ended before the task did."""


def are_waiting() -> bool:
    """Whether a task is due. Only reads, so asking often disturbs no writer."""
    return bool(DBTaskResult.objects.ready().exists())


def new_worker(name: str) -> Worker:
    """Return a worker that does what is due, one task after another, and then returns."""
    return Worker(
        queue_names=["*"],
        interval=0.2,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )


def name_of_this_worker() -> str:
    """Return a name that says which machine and which process a task was given to."""
    return f"{_this_machine()} {os.getpid()}"


def take_up_abandoned() -> int:
    """Put tasks back whose worker is gone, and return how many there were.

    A task that was started `MOST_STARTS` times is marked as failed instead.
    """
    abandoned = [result for result in DBTaskResult.objects.running() if _is_abandoned(result)]
    for result in abandoned:
        _take_up(result)
    return len(abandoned)


def forget_finished() -> None:
    """Remove tasks that are long done: successes after a day, failures after a month."""
    _finished_before(DBTaskResult.objects.successful(), KEEP_SUCCESSFUL).delete()
    _finished_before(DBTaskResult.objects.failed(), KEEP_FAILED).delete()


def _is_abandoned(result: Result) -> bool:
    """Whether the process that took the task last has ended, as far as we can tell."""
    machine, _space, process = str(result.worker_ids[-1]).rpartition(" ")
    if machine == _this_machine() and process.isdigit():
        # We do our tasks one by one, so one in our name was of an earlier process so numbered.
        return int(process) == os.getpid() or not _is_alive(int(process))
    return result.started_at is None or result.started_at < now() - LONGEST_TASK


def _this_machine() -> str:
    return socket.gethostname()[:40]


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _finished_before(results: QuerySet[Result], age: timedelta) -> QuerySet[Result]:
    return results.filter(finished_at__lt=now() - age)


def _take_up(result: Result) -> None:
    if len(result.worker_ids) >= MOST_STARTS:
        log.error("Task %s ended its worker %d times.", result.task_path, MOST_STARTS)
        result.set_failed(AbandonedError(f"started {MOST_STARTS} times, never finished"))
        return
    # Only if nobody has moved it meanwhile.
    same = DBTaskResult.objects.filter(pk=result.pk, status=TaskResultStatus.RUNNING)
    same.update(status=TaskResultStatus.READY, started_at=None)
