"""The background worker: does what waits in the database, and the chores of the schedule."""

import logging
import os
import select
import signal
import time
from collections.abc import Callable, Sequence
from types import FrameType

from django.db import DatabaseError, close_old_connections

from storyhold.site import tasks
from storyhold.site.schedule import Chore

log = logging.getLogger(__name__)

# Seconds between two looks for tasks; a look reads one row of an index.
PAUSE = 1.0


class BackgroundWorker:
    """Runs until SIGTERM or SIGINT, after which it finishes what it has begun and returns."""

    def __init__(self, chores: Sequence[Chore]) -> None:
        self.chores = chores
        self.is_ending = False
        self._tasks = tasks.new_worker(tasks.name_of_this_worker())
        self._done_at: dict[str, float] = {}
        self._wake, self._bell = os.pipe()
        os.set_blocking(self._wake, False)
        os.set_blocking(self._bell, False)

    def listen(self) -> None:
        """From now on, a signal ends the work."""
        signal.signal(signal.SIGTERM, self._end)
        signal.signal(signal.SIGINT, self._end)
        signal.set_wakeup_fd(self._bell, warn_on_full_buffer=False)

    def run(self) -> None:
        """Work until asked to end."""
        while not self.is_ending:
            self.work_once()
            select.select([self._wake], [], [], PAUSE)

    def work_once(self) -> None:
        """Do the tasks and the chores that are due."""
        close_old_connections()
        for chore in self.chores:
            if not self.is_ending and self._is_due(chore):
                self._done_at[chore.name] = time.monotonic()
                self._try(chore.name, chore.do)
        self._try("look for tasks", self._do_tasks)

    def _do_tasks(self) -> None:
        if tasks.are_waiting():
            self._tasks.run()

    def _is_due(self, chore: Chore) -> bool:
        done = self._done_at.get(chore.name)
        return done is None or time.monotonic() - done >= chore.every.total_seconds()

    def _try(self, name: str, do: Callable[[], object]) -> None:
        """Do it; a fault is logged and must not keep the other work from being done."""
        try:
            do()
        except DatabaseError as fault:
            log.warning("Could not %s: %s", name, fault)
        except Exception:
            log.exception("Could not %s", name)

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self.is_ending = True
        self._tasks.running = False
