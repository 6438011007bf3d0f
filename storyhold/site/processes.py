"""The processes of a running archive: started, watched, started again, ended together."""

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import FrameType

from storyhold.site.terminal import warn

# Seconds that requests and tasks under way may take to finish when all is to end.
GRACE = 10
# A process that lived this many seconds is started again at once; else it waits, ever longer.
HEALTHY, LONGEST_PAUSE = 10.0, 30.0

ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass
class Part:
    """One process of the group: the words of its command, and how it stands.

    One that `ends_last` is needed by the others until they have ended.
    """

    name: str
    words: Sequence[str]
    ends_last: bool = False
    running: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    again_at: float = 0.0
    pause: float = 0.0

    def start(self, lifeline: int) -> None:
        """Start the process."""
        self.started = time.monotonic()
        self.running = start_process(self.words, lifeline)

    def has_ended(self) -> bool:
        """Whether the process that was started is no longer there."""
        return self.running is None or self.running.poll() is not None

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the process, which tells those it has started itself."""
        if self.running is not None and not self.has_ended():
            self.running.send_signal(number)

    def clear(self) -> None:
        """End whatever is left of the process and of those it has started itself."""
        if self.running is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.running.pid, signal.SIGKILL)
            self.running.wait()

    def note_end(self, now: float) -> None:
        """Decide when to start again: at once, or later when it keeps ending early."""
        lived = now - self.started
        self.pause = 0.0 if lived >= HEALTHY else min(LONGEST_PAUSE, max(1.0, self.pause * 2))
        self.again_at = now + self.pause
        self.clear()
        self.running = None


class Group:
    """The processes of one archive, and the pipe that ends them with us."""

    def __init__(self, *parts: Part) -> None:
        self.parts = parts
        self.asked_to_end = 0
        self._lifeline, self._ours = os.pipe()
        self._wake, self._bell = os.pipe()
        os.set_blocking(self._wake, False)
        os.set_blocking(self._bell, False)

    def listen(self) -> None:
        """From now on, a signal ends all processes together, and the end of one wakes us."""
        for number in ENDINGS:
            signal.signal(number, self._end)
        signal.signal(signal.SIGCHLD, lambda _number, _frame: None)
        signal.set_wakeup_fd(self._bell, warn_on_full_buffer=False)

    def run_once(self, *words: str) -> int:
        """Run a command to its end and return its exit code."""
        part = start_process(words, self._lifeline)
        while part.poll() is None:
            if self.asked_to_end:
                part.terminate()
            self._sleep(GRACE)
        return part.returncode

    def start(self, *names: str) -> None:
        """Start the processes of these names."""
        for part in self.parts:
            if part.name in names:
                part.start(self._lifeline)

    def wait_for(self, name: str, ready: Callable[[], bool], *, at_most: float) -> bool:
        """Return whether `ready` came true while the process of that name was running."""
        part = next(part for part in self.parts if part.name == name)
        until = time.monotonic() + at_most
        while not self.asked_to_end and not part.has_ended() and time.monotonic() < until:
            if ready():
                return True
            self._sleep(0.05)
        return False

    def watch(self) -> None:
        """Start again what ends, until a signal asks for the end of all."""
        while not self.asked_to_end:
            now = time.monotonic()
            for part in self.parts:
                self._look_after(part, now)
            pending = [part.again_at - now for part in self.parts if part.running is None]
            self._sleep(min(pending, default=None))

    def end(self) -> None:
        """End all processes: politely, and after `GRACE` seconds or a second signal by force."""
        until = time.monotonic() + GRACE
        signals = self.asked_to_end
        for ends_last in (False, True):
            parts = [part for part in self.parts if part.ends_last == ends_last]
            for part in parts:
                part.send(signal.SIGTERM)
            while not all(part.has_ended() for part in parts):
                left = until - time.monotonic()
                if left <= 0 or self.asked_to_end > signals:
                    break
                self._sleep(left)
        for part in self.parts:
            part.clear()

    def _look_after(self, part: Part, now: float) -> None:
        if part.running is not None and part.has_ended():
            warn(f"The {part.name} process ended ({_how(part.running.returncode)}); "
                 "it is started again.")  # fmt: skip
            part.note_end(now)
        if part.running is None and now >= part.again_at:
            part.start(self._lifeline)

    def _end(self, _number: int, _frame: FrameType | None) -> None:
        self.asked_to_end += 1

    def _sleep(self, seconds: float | None) -> None:
        """Sleep until a signal comes, at most so many seconds."""
        limit = None if seconds is None else max(0.0, seconds)
        with suppress(InterruptedError):
            select.select([self._wake], [], [], limit)
        with suppress(BlockingIOError):
            os.read(self._wake, 512)


def start_process(words: Sequence[str], lifeline: int) -> subprocess.Popen[bytes]:
    """Start `storyhold` with these words, in a process group of its own: Ctrl-C is for us."""
    return subprocess.Popen(  # noqa: S603 - our own command and our own words
        [sys.executable, "-m", "storyhold.site.command", *words, "--lifeline", str(lifeline)],
        stdin=subprocess.DEVNULL,
        pass_fds=[lifeline],
        process_group=0,
        env=thrifty_environment(),
    )


def thrifty_environment() -> dict[str, str]:
    """Return our environment, with the C library told to keep few pools of free memory."""
    return {"MALLOC_ARENA_MAX": "2", "MALLOC_TRIM_THRESHOLD_": "131072", **os.environ}


def _how(code: int) -> str:
    if code < 0:
        return signal.Signals(-code).name
    return f"exit code {code}"
