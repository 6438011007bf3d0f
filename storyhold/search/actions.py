"""Keeping the index in step with the database: one process at a time writes, all may look."""

import fcntl
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from storyhold.search.here import (
    is_there,
    known_until,
    say_known_until,
    take_report_of_loss,
    the_folder,
    the_index,
)
from storyhold.search.index import LostIndexError, Work
from storyhold.search.models import Change
from storyhold.search.refusals import IndexIsInUse
from storyhold.search.works import works_of
from storyhold.stories.access import stories_in_the_open

log = logging.getLogger(__name__)

# So many letters are written at a time, a second or two; then the worker looks what else there is
# to do. All of them are in memory for that time.
LETTERS_AT_ONCE = 8_000_000
# Nanoseconds. Clocks of several machines differ, and what is written down is seen a little later.
OVERLAP = 300 * 10**9
# Every so many seconds, all stories are compared with all that the index holds.
COMPARE_EVERY = 20.0
# Where more are missing, somebody is moving in: the index waits until all have come.
CROWD = 500
AT_ONCE = 12  # stories whose texts are in memory


class Keeper:
    """Keeps one index, and knows what it holds: nearly always, one short query is all it does."""

    def __init__(self) -> None:
        self._forget()

    def keep(self) -> None:
        """Write for a short while what has changed. An index that is lost is begun anew."""
        with _alone() as is_alone:
            if not is_alone:
                self._forget()
                return
            if not is_there():
                self._begin_anew()
            try:
                self._keep()
            except LostIndexError as loss:
                log.warning("The search index is made anew: %s", loss)
                self._begin_anew()

    def rebuild(self) -> Iterator[int]:
        """Make the index anew, and yield now and then how many stories are still to come.

        Raises `IndexIsInUse`.
        """
        with _alone() as is_alone:
            if not is_alone:
                raise IndexIsInUse
            self._begin_anew()
            self._stories_in_the_open = stories_in_the_open().count()
            self._keep()
            while self._waiting:
                yield len(self._waiting)
                self._keep()

    def _forget(self) -> None:
        self._held: dict[int, int] | None = None  # versions, by story
        self._absent: dict[int, int] = {}  # and of stories that do not belong there
        self._waiting: dict[int, int] = {}
        self._compared_at = float("-inf")
        self._stories_in_the_open = 0
        self._has_all = False  # or waits for it

    def _begin_anew(self) -> None:
        self._forget()
        say_known_until(0)
        the_index().clear()

    def _keep(self) -> None:
        if take_report_of_loss():
            raise LostIndexError("it could not be read")
        begun = time.time_ns()
        held = self._held = the_index().held() if self._held is None else self._held
        if self._is_to_compare():
            self._compare(held)
        self._notice_changes(held)
        self._drop(held)
        self._put(held)
        if self._has_all and not self._waiting and begun - known_until() > 2 * OVERLAP:
            say_known_until(begun - OVERLAP)

    def _is_to_compare(self) -> bool:
        return not self._waiting and time.monotonic() - self._compared_at >= COMPARE_EVERY

    def _compare(self, held: dict[int, int]) -> None:
        """Find out what is missing, or there without a right; or that it is too early to."""
        self._compared_at, before = time.monotonic(), self._stories_in_the_open
        changes = dict(Change.objects.values_list("pk", "at"))
        ids = stories_in_the_open().order_by().values_list("pk", flat=True)
        wanted = {pk: changes.get(pk, 0) for pk in ids}
        missing = {pk: at for pk, at in wanted.items() if held.get(pk) != at}
        self._stories_in_the_open = len(wanted)
        self._has_all = len(missing) <= CROWD or len(wanted) == before
        if self._has_all:
            self._absent = {}
            self._waiting = missing | {pk: changes.get(pk, 0) for pk in held.keys() - wanted.keys()}
        else:
            say_known_until(0)

    def _notice_changes(self, held: dict[int, int]) -> None:
        lately = Change.objects.filter(at__gt=time.time_ns() - 2 * OVERLAP)
        for pk, at in lately.values_list("pk", "at"):
            if held.get(pk, self._absent.get(pk)) != at:
                self._waiting[pk] = at

    def _drop(self, held: dict[int, int]) -> None:
        """Forget what readers may not see any more, before anything else."""
        if not self._waiting:
            return
        ids = stories_in_the_open().order_by().values_list("pk", flat=True)
        gone = self._waiting.keys() - set(ids)
        to_drop = gone & held.keys()
        if to_drop:
            the_index().drop(to_drop)
        for pk in gone:
            held.pop(pk, None)
            self._absent[pk] = self._waiting.pop(pk)

    def _put(self, held: dict[int, int]) -> None:
        if not self._waiting:
            return
        versions: dict[int, int] = {}
        the_index().put(self._works(versions))
        held.update(versions)

    def _works(self, versions: dict[int, int]) -> Iterator[Work]:
        """Yield what waits, until it is enough, and note as of which moment it was read."""
        letters = 0
        for ids in _by_the_dozen(sorted(self._waiting)):
            if letters > LETTERS_AT_ONCE:
                return
            for pk in ids:
                del self._waiting[pk]
            for work in works_of(ids):
                versions[work.story_id] = work.version
                letters += sum(len(text) for _chapter, text in work.chapters)
                yield work


def _by_the_dozen(ids: list[int]) -> Iterator[list[int]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


@contextmanager
def _alone() -> Iterator[bool]:
    """Say whether no other process on this machine writes, and keep it so meanwhile."""
    the_folder().mkdir(parents=True, exist_ok=True)
    with (the_folder() / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
